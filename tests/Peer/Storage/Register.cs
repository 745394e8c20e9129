using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MicroCred.Approval;

namespace MicroCred.Peer.Storage;

/// <summary>The register: a counter and the entries in one partition, and two public files for each entry.</summary>
internal sealed class Register(TableServiceClient tables, BlobServiceClient blobs) : IDisposable
{
    public const string Table = "Register";
    public const string Files = "register";

    private const string Partition = "REGISTER";
    private const string Counter = "counter";

    private readonly TableClient _table = tables.GetTableClient(Table);
    private readonly BlobContainerClient _files = blobs.GetBlobContainerClient(Files);
    private readonly SemaphoreSlim _allocating = new(1);

    /// <summary>Creates an application's entry under the next number; idempotent when its activity runs again. Three requests.</summary>
    public async Task<RegisterEntry> CreateAsync(Application application, CancellationToken cancellationToken)
    {
        await _allocating.WaitAsync(cancellationToken);
        try
        {
            var listed = await _table.GetEntityIfExistsAsync<TableEntity>(
                Partition,
                $"{application.Id}",
                cancellationToken: cancellationToken
            );
            return listed.HasValue
                ? Entry(application, listed.Value!.GetInt32("Number")!.Value)
                : await AllocateAsync(application, cancellationToken);
        }
        finally
        {
            _allocating.Release();
        }
    }

    /// <summary>Writes one of an entry's files. One request.</summary>
    public Task WriteAsync(string name, string contentType, string content, CancellationToken cancellationToken) =>
        _files
            .GetBlobClient(name)
            .UploadAsync(
                BinaryData.FromString(content),
                new BlobUploadOptions
                {
                    HttpHeaders = new BlobHttpHeaders { ContentType = contentType, CacheControl = "public, max-age=60" },
                },
                cancellationToken
            );

    public void Dispose() => _allocating.Dispose();

    private async Task<RegisterEntry> AllocateAsync(Application application, CancellationToken cancellationToken)
    {
        var counter = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, Counter, cancellationToken: cancellationToken);
        var number = counter.HasValue ? counter.Value!.GetInt32("Last")!.Value + 1 : 1;
        TableEntity last = new(Partition, Counter) { ["Last"] = number };
        var entry = Entry(application, number);
        TableEntity row = new(Partition, $"number|{number.ToString("D9", CultureInfo.InvariantCulture)}")
        {
            ["Json"] = JsonSerializer.Serialize(entry, ApprovalJson.Options),
        };
        // If another instance took the number, the transaction fails and the activity's retry reads the counter again.
        await _table.SubmitTransactionAsync(
            [
                counter.HasValue
                    ? new(TableTransactionActionType.UpdateReplace, last, counter.Value!.ETag)
                    : new(TableTransactionActionType.Add, last),
                new(TableTransactionActionType.Add, row),
                new(TableTransactionActionType.Add, new TableEntity(Partition, $"{application.Id}") { ["Number"] = number }),
            ],
            cancellationToken
        );
        return entry;
    }

    private static RegisterEntry Entry(Application application, int number) =>
        RegisterEntry.From(
            application,
            number,
            ReportingCode.TryCreate((999 + number).ToString("D4", CultureInfo.InvariantCulture), out var code) ? code : null
        );
}
