using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace MicroCred.ProbeApp.Http;

/// <summary>Functions that return files.</summary>
internal static class Downloads
{
    private static readonly byte[] Large = [.. Enumerable.Range(0, 25 * 1024 * 1024).Select(index => (byte)(index % 251))];

    [Function("GiveLargeFile")]
    public static IResult GiveLargeFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "downloads/large")] HttpRequest request
    ) => Results.Stream(new MemoryStream(Large), "application/octet-stream");

    [Function("GiveFile")]
    public static IResult GiveFile([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "downloads/file")] HttpRequest request) =>
        Results.File(
            "0123456789"u8.ToArray(),
            "application/octet-stream",
            "pānui.bin",
            enableRangeProcessing: true,
            entityTag: new EntityTagHeaderValue("\"7\"")
        );

    [Function("GiveLongText")]
    public static IResult GiveLongText([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "downloads/text")] HttpRequest request) =>
        Results.Text(new string('a', 5000));
}
