using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Scanning;

/// <summary>Simulates Microsoft Defender for Storage: queues scan results in the form in which Event Grid delivers them.</summary>
internal sealed class Defender(RunningApp app)
{
    public const string Clean = "No threats found";
    public const string Malicious = "Malicious";
    public const string NotScanned = "Not Scanned";

    /// <summary>The id of every scan of these tests.</summary>
    public const string Scan = "52d00da0-8f1a-4c3c-aa2c-24831967356b";

    private readonly BlobContainerClient _documents = new(app.ConnectionString, StorageNames.DocumentsContainer);

    public QueueClient Results { get; } = Queue(app, StorageNames.ScanResultsQueue);

    public QueueClient SetAside { get; } = Queue(app, StorageNames.ScanResultsQueue + "-poison");

    /// <summary>Whether the account still has a document's content.</summary>
    public async Task<bool> KeepsAsync(ApplicationId application, string sha256) =>
        await _documents.GetBlobClient($"{application}/{sha256}").ExistsAsync();

    /// <summary>Reports a scan of a document's content with its current ETag, or with another one.</summary>
    public async Task FindsAsync(string verdict, ApplicationId application, string sha256, string? etag = null) =>
        await Results.SendMessageAsync(await TellsAsync(verdict, application, sha256, etag));

    /// <summary>The message of such a report.</summary>
    public async Task<string> TellsAsync(string verdict, ApplicationId application, string sha256, string? etag = null) =>
        Event(verdict, AddressOf(application, sha256), etag ?? await TagOfAsync(application, sha256)).ToJsonString();

    public string AddressOf(ApplicationId application, string sha256) => $"{_documents.Uri}/{application}/{sha256}";

    /// <summary>The ETag of a document's content as Defender writes it: without quotes.</summary>
    public async Task<string> TagOfAsync(ApplicationId application, string sha256) =>
        (await _documents.GetBlobClient($"{application}/{sha256}").GetPropertiesAsync()).Value.ETag.ToString().Trim('"');

    public async Task SetsAsideAsync(string message)
    {
        await Results.SendMessageAsync(message);
        await WasSetAsideAsync(message);
    }

    public Task WasSetAsideAsync(string message) =>
        Patience.UntilAsync(
            async () =>
                await SetAside.ExistsAsync() && (await SetAside.PeekMessagesAsync(32)).Value.Any(aside => aside.Body.ToString() == message),
            () => "The message wasn't set aside."
        );

    public static JsonObject Event(
        string verdict,
        string blob,
        string etag = "0x8DB4C9327B08CBF",
        string type = "Microsoft.Security.MalwareScanningResult"
    ) =>
        new()
        {
            ["id"] = Scan,
            ["subject"] = $"storageAccounts/an-account/containers/documents/blobs/{blob.Split('/')[^1]}",
            ["data"] = new JsonObject
            {
                ["correlationId"] = Scan,
                ["blobUri"] = blob,
                ["eTag"] = etag,
                ["scanFinishedTimeUtc"] = "2026-05-04T11:31:54.0481279Z",
                ["scanResultType"] = verdict,
                ["scanResultDetails"] =
                    verdict == Malicious
                        ? new JsonObject
                        {
                            ["malwareNamesFound"] = new JsonArray("DOS/EICAR_Test_File"),
                            ["sha256"] = blob.Split('/')[^1].ToUpperInvariant(),
                        }
                        : null,
            },
            ["eventType"] = type,
            ["dataVersion"] = "1.0",
            ["metadataVersion"] = "1",
            ["eventTime"] = "2026-05-04T11:31:54.048375Z",
            ["topic"] = "/subscriptions/a/resourceGroups/b/providers/Microsoft.EventGrid/topics/c",
        };

    /// <summary>The same in the CloudEvents schema.</summary>
    public static JsonObject CloudEvent(string verdict, string blob, string etag)
    {
        var told = Event(verdict, blob, etag);
        return new()
        {
            ["id"] = Scan,
            ["source"] = "/subscriptions/a",
            ["specversion"] = "1.0",
            ["type"] = "Microsoft.Security.MalwareScanningResult",
            ["time"] = "2026-05-04T11:31:54.048375Z",
            ["data"] = told["data"]!.DeepClone(),
        };
    }

    private static QueueClient Queue(RunningApp app, string name) =>
        new(app.ConnectionString, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
}
