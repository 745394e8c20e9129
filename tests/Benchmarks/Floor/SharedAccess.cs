using Azure.Data.Tables;
using Azure.Data.Tables.Sas;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;

namespace MicroCred.Benchmarks.Floor;

/// <summary>Signatures for a whole account, made once, so that none has to be computed while time is taken.</summary>
internal sealed class SharedAccess
{
    private static readonly DateTimeOffset Expiry = DateTimeOffset.UtcNow.AddDays(1);

    private readonly Dictionary<int, (Uri Service, string Query)> _services = [];

    public SharedAccess(string connectionString)
    {
        StorageEndpoints endpoints = StorageEndpoints.Of(connectionString);
        Uri account = new BlobServiceClient(connectionString).GenerateAccountSasUri(
            new AccountSasBuilder(AccountSasPermissions.All, Expiry, AccountSasServices.Blobs | AccountSasServices.Queues, AccountSasResourceTypes.All));
        Uri tables = new TableServiceClient(connectionString).GenerateSasUri(
            TableAccountSasPermissions.All, TableAccountSasResourceTypes.All, Expiry);
        _services[endpoints.Blob.Port] = (endpoints.Blob, account.Query[1..]);
        _services[endpoints.Queue.Port] = (endpoints.Queue, account.Query[1..]);
        _services[endpoints.Table.Port] = (endpoints.Table, tables.Query[1..]);
    }

    /// <summary>A path with its query, made an address that the service at this port accepts.</summary>
    public Uri Sign(int port, string target)
    {
        (Uri service, string query) = _services[port];
        return new Uri(service, $"{target}{(target.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}");
    }
}
