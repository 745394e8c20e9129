using System.Diagnostics.Metrics;
using Azure.Core;
using Azure.Core.Pipeline;
using MicroCred.App.Telemetry;

namespace MicroCred.App.Storage;

/// <summary>
/// Counts each request to storage, retries included: the metric <c>microcred.storage.requests</c>, with the service (<c>blob</c>,
/// <c>queue</c>, <c>table</c>) and the stage of the pipeline that made it.
/// </summary>
internal sealed class StorageRequestCounter(IMeterFactory meters) : HttpPipelineSynchronousPolicy
{
    private readonly Counter<long> _requests = meters
        .Create(AppTelemetry.Name)
        .CreateCounter<long>("microcred.storage.requests", "{request}", "Requests sent to the storage account.");

    public override void OnSendingRequest(HttpMessage message)
    {
        var service =
            message.Request.Headers.TryGetValue("x-ms-version", out _) && message.Request.Headers.TryGetValue("DataServiceVersion", out _)
                ? "table"
            : message.Request.Uri.Path?.Contains("/messages", StringComparison.Ordinal) is true ? "queue"
            : "blob";
        _requests.Add(1, new("service", service), new("stage", FunctionStage.Current));
    }
}
