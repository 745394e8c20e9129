using System.Globalization;
using System.Net;
using System.Text;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.Benchmarks.Floor;

/// <summary>A recorded storage request without its signature and date.</summary>
/// <param name="Service">The storage service.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body; the App and its engine send only text.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="Messages">The number of messages it fetched.</param>
internal sealed record RecordedRequest(
    StorageService Service,
    HttpMethod Method,
    string Target,
    IReadOnlyList<(string Name, string Value)> Headers,
    string Body,
    HttpStatusCode Status,
    int Messages
)
{
    private static readonly string[] LeftOut =
    [
        "Host",
        "Connection",
        "Transfer-Encoding",
        "Authorization",
        "Content-Length",
        "Date",
        "User-Agent",
        "traceparent",
        "x-ms-client-request-id",
        "x-ms-date",
        "x-ms-return-client-request-id",
    ];

    /// <summary>The queue of a message request.</summary>
    public string Queue => Target.Split('/', 4)[2];

    /// <summary>Whether it deletes a processed message.</summary>
    public bool IsMessageDone => Method == HttpMethod.Delete && Target.Contains("/messages/", StringComparison.Ordinal);

    /// <summary>Whether it reads an application's state.</summary>
    public bool IsLook => Method == HttpMethod.Get && Target.Contains("RowKey='application'", StringComparison.Ordinal);

    /// <param name="seen">A request that the proxy recorded in full.</param>
    public static RecordedRequest Of(SeenRequest seen) =>
        new(
            seen.Name.Service,
            new HttpMethod(seen.Name.Method),
            seen.Wire!.Target,
            [.. seen.Wire.Headers.Where(header => !LeftOut.Contains(header.Name, StringComparer.OrdinalIgnoreCase))],
            Encoding.UTF8.GetString(seen.Wire.Body),
            (HttpStatusCode)(
                seen.Status
                ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{seen.Name} wasn't answered."))
            ),
            seen.Wire.Messages
        );
}
