using System.Net;
using System.Text;

namespace MicroCred.Benchmarks.Floor;

/// <summary>A request to storage as it went over the wire, without who signed it and when.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Port">The port of the service that it went to.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Body">Its body; all that the app sends is text.</param>
/// <param name="Status">How it was answered.</param>
internal sealed record RecordedRequest(
    HttpMethod Method, int Port, string Target, IReadOnlyList<(string Name, string Value)> Headers, string Body, HttpStatusCode Status)
{
    private static readonly string[] LeftOut =
        ["Authorization", "Content-Length", "Date", "User-Agent", "traceparent", "x-ms-client-request-id", "x-ms-date", "x-ms-return-client-request-id"];

    /// <summary>Whether messages are fetched.</summary>
    public bool IsPoll => Method == HttpMethod.Get && Target.Contains("/messages?", StringComparison.Ordinal);

    /// <summary>Whether a message is put away once it has been worked on.</summary>
    public bool IsMessageDone => Method == HttpMethod.Delete && Target.Contains("/messages/", StringComparison.Ordinal);

    /// <summary>Whether it reads an application's state.</summary>
    public bool IsLook => Method == HttpMethod.Get && Target.Contains("RowKey='application'", StringComparison.Ordinal);

    public static RecordedRequest Of(HttpRequestMessage request, byte[] body, HttpStatusCode status) => new(
        request.Method,
        request.RequestUri!.Port,
        request.RequestUri.PathAndQuery,
        [
            .. request.Headers.Concat(request.Content!.Headers)
                .Where(header => !LeftOut.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
                .Select(header => (header.Key, string.Join(", ", header.Value))),
        ],
        Encoding.UTF8.GetString(body),
        status);
}
