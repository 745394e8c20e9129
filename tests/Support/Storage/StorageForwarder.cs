using System.Diagnostics;

namespace MicroCred.Tests.Support.Storage;

/// <summary>
/// Forwards a request to storage unchanged. The signature covers path, query, date and headers but not the host, so it stays valid.
/// </summary>
internal sealed class StorageForwarder(Uri to) : IDisposable
{
    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        }
    );

    public async Task<StorageAnswer> ForwardAsync(StorageRequest request)
    {
        var address = new Uri(
            to.GetLeftPart(UriPartial.Authority) + request.Target,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
        );
        using var message = new HttpRequestMessage(new HttpMethod(request.Name.Method), address);
        message.Content = request.Body is null ? null : new ByteArrayContent(request.Body);
        foreach (var (name, values) in request.Headers.Where(header => header.Key is not ("Host" or "Connection" or "Transfer-Encoding")))
        {
            if (!message.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        var answer = await _http.SendAsync(message);
        return new StorageAnswer(answer, await answer.Content.ReadAsByteArrayAsync());
    }

    public void Dispose() => _http.Dispose();
}
