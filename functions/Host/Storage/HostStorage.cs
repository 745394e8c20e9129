using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Queues;

namespace MicroCred.Host.Storage;

/// <summary>Makes the storage clients that this host itself uses. Every request they make is counted.</summary>
internal static class HostStorage
{
    public static TableServiceClient Tables(string connectionString, string purpose) =>
        new(connectionString, Counted(new TableClientOptions(), "table", purpose));

    public static QueueServiceClient Queues(string connectionString, string purpose) =>
        new(connectionString, Counted(new QueueClientOptions(), "queue", purpose));

    private static T Counted<T>(T options, string service, string purpose)
        where T : ClientOptions
    {
        options.AddPolicy(new StorageRequests(service, purpose), HttpPipelinePosition.PerRetry);
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        return options;
    }
}
