using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MicroCred.Tests.Support.Storage;

/// <summary>A complete incoming storage request.</summary>
internal sealed partial class StorageRequest
{
    private readonly string _path;
    private readonly string _aspect;

    private StorageRequest(StorageService service, HttpRequest request, byte[] body)
    {
        Headers = request.Headers;
        Body = request.ContentLength is null && request.Headers.TransferEncoding.Count == 0 ? null : body;
        Target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        _aspect = request.Query["comp"].ToString();
        // "/<account>/<path>"
        _path = request.Path.Value!.Split('/', 3) is [_, _, var path] ? path : "";
        Name = RequestName.Of(service, request.Method, _path, _aspect, Encoding.UTF8.GetString(body));
    }

    public RequestName Name { get; }

    /// <summary>The same for a request and its retries.</summary>
    public string Id => Headers["x-ms-client-request-id"].ToString();

    /// <summary>Path and query exactly as sent, since the signature covers them.</summary>
    public string Target { get; }

    public IHeaderDictionary Headers { get; }

    /// <summary>Null where there is no body; for the signature that differs from an empty one.</summary>
    public byte[]? Body { get; }

    /// <summary>Whether it polls for messages; only the answer tells whether it is work.</summary>
    public bool LooksForMessages =>
        Name is { Service: StorageService.Queue, Method: "GET" } && _path.EndsWith("/messages", StringComparison.Ordinal);

    public static async Task<StorageRequest> ReadAsync(StorageService service, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return new StorageRequest(service, request, body.ToArray());
    }

    /// <param name="answer">The answer to a poll for messages; null for any other request.</param>
    public RequestKind Kind(StorageAnswer? answer)
    {
        if (answer is not null)
        {
            return answer.Text.Contains("<QueueMessage>", StringComparison.Ordinal) ? RequestKind.Work : RequestKind.Poll;
        }

        if (_aspect == "lease")
        {
            return RequestKind.Lease;
        }

        return TheirOwn().IsMatch(_path) || IsAboutAWhole() ? RequestKind.Upkeep : RequestKind.Work;
    }

    /// <param name="answer">The answer; null where the request didn't reach storage.</param>
    public WireRequest Wire(StorageAnswer? answer) =>
        new(
            Target,
            [.. Headers.Select(header => (header.Key, $"{header.Value}"))],
            Body ?? [],
            LooksForMessages ? answer!.Text.Split("<QueueMessage>").Length - 1 : 0
        );

    // The job host's own state, and the engine's partitions and hub.
    [GeneratedRegex(@"^(azure-webjobs-|\w+-leases\b|\w+-applease\b|\w+Partitions\b)")]
    private static partial Regex TheirOwn();

    /// <summary>Whether it creates a table, queue or container, checks that it exists, or asks for its message count.</summary>
    private bool IsAboutAWhole() =>
        Name.Service switch
        {
            StorageService.Table => _path.StartsWith("Tables", StringComparison.Ordinal),
            StorageService.Queue => !_path.Contains('/', StringComparison.Ordinal),
            _ => !_path.Contains('/', StringComparison.Ordinal) && Name.Method is "PUT" or "HEAD",
        };
}
