using Azure;
using Azure.Storage.Blobs;
using Microsoft.Azure.WebJobs.Extensions.Timers;

namespace MicroCred.Host.Functions;

/// <summary>Stores each timer's last and next run in a blob, so that a run missed while nothing ran is made up for.</summary>
internal sealed class BlobScheduleMonitor(string connectionString, string hostId) : ScheduleMonitor
{
    private readonly BlobContainerClient _container = new(connectionString, "azure-webjobs-hosts");

    public override async Task<ScheduleStatus?> GetStatusAsync(string timerName)
    {
        try
        {
            return (await Blob(timerName).DownloadContentAsync()).Value.Content.ToObjectFromJson<ScheduleStatus>();
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return null;
        }
    }

    public override async Task UpdateStatusAsync(string timerName, ScheduleStatus status)
    {
        await _container.CreateIfNotExistsAsync();
        await Blob(timerName).UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true);
    }

    private BlobClient Blob(string timer) => _container.GetBlobClient($"timers/{hostId}/{timer}/status");
}
