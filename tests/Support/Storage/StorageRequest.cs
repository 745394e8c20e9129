using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MicroCred.Tests.Support.Storage;

/// <summary>One request to storage as it came in, whole.</summary>
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

    /// <summary>The same for a request and the client's retries of it.</summary>
    public string Id => Headers["x-ms-client-request-id"].ToString();

    /// <summary>Path and query exactly as they were sent: the signature covers them.</summary>
    public string Target { get; }

    public IHeaderDictionary Headers { get; }

    /// <summary>Null where the request has none, which isn't the same as an empty one to who checks the signature.</summary>
    public byte[]? Body { get; }

    /// <summary>Whether it looks for messages; only the answer tells what for.</summary>
    public bool LooksForMessages =>
        Name is { Service: StorageService.Queue, Method: "GET" } && _path.EndsWith("/messages", StringComparison.Ordinal);

    public static async Task<StorageRequest> ReadAsync(StorageService service, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return new StorageRequest(service, request, body.ToArray());
    }

    /// <param name="answer">What was answered to one that looks for messages; null for any other.</param>
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

    /// <param name="answer">What was answered; null where storage didn't get it.</param>
    public WireRequest Wire(StorageAnswer? answer) =>
        new(
            Target,
            [.. Headers.Select(header => (header.Key, $"{header.Value}"))],
            Body ?? [],
            LooksForMessages ? answer!.Text.Split("<QueueMessage>").Length - 1 : 0
        );

    // What the job host keeps of itself, and the engine of its partitions and its hub.
    [GeneratedRegex(@"^(azure-webjobs-|\w+-leases\b|\w+-applease\b|\w+Partitions\b)")]
    private static partial Regex TheirOwn();

    /// <summary>
    /// Makes a table, queue or container where it is missing, or asks whether it is there and how many messages it holds.
    /// </summary>
    private bool IsAboutAWhole() =>
        Name.Service switch
        {
            StorageService.Table => _path.StartsWith("Tables", StringComparison.Ordinal),
            StorageService.Queue => !_path.Contains('/', StringComparison.Ordinal),
            _ => !_path.Contains('/', StringComparison.Ordinal) && Name.Method is "PUT" or "HEAD",
        };
}
