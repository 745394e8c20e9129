using System.Data.Common;

namespace MicroCred.Benchmarks.Floor;

/// <summary>Where an account's services answer.</summary>
internal sealed record StorageEndpoints(Uri Blob, Uri Queue, Uri Table)
{
    public static StorageEndpoints Of(string connectionString)
    {
        DbConnectionStringBuilder parts = new() { ConnectionString = connectionString };
        return new StorageEndpoints(Endpoint("Blob"), Endpoint("Queue"), Endpoint("Table"));

        Uri Endpoint(string service) => new((string)parts[$"{service}Endpoint"]);
    }
}
