using Azure.Data.Tables;
using Azure.Data.Tables.Sas;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Azure.Storage.Sas;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.Benchmarks.Floor;

/// <summary>Signatures for a whole account, computed once in advance, so that none is computed while time is measured.</summary>
internal sealed class SharedAccess
{
    private static readonly DateTimeOffset Expiry = DateTimeOffset.UtcNow.AddDays(1);

    private readonly Dictionary<StorageService, (Uri Address, string Query)> _services;

    public SharedAccess(string connectionString)
    {
        BlobServiceClient blobs = new(connectionString);
        TableServiceClient tables = new(connectionString);
        var query = blobs
            .GenerateAccountSasUri(
                new AccountSasBuilder(
                    AccountSasPermissions.All,
                    Expiry,
                    AccountSasServices.Blobs | AccountSasServices.Queues,
                    AccountSasResourceTypes.All
                )
            )
            .Query[1..];
        _services = new()
        {
            [StorageService.Blob] = (blobs.Uri, query),
            [StorageService.Queue] = (new QueueServiceClient(connectionString).Uri, query),
            [StorageService.Table] = (
                tables.Uri,
                tables.GenerateSasUri(TableAccountSasPermissions.All, TableAccountSasResourceTypes.All, Expiry).Query[1..]
            ),
        };
    }

    /// <summary>A path with its query as a signed address.</summary>
    public Uri Sign(StorageService service, string target)
    {
        (var address, var query) = _services[service];
        return new Uri(address, $"{target}{(target.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}");
    }
}
