using System.Diagnostics.Metrics;
using Azure.Core;
using Azure.Core.Pipeline;

namespace MicroCred.Host.Storage;

/// <summary>
/// Counts the requests that this host itself makes to storage, in the metric <c>emulator.storage.requests</c> of the meter
/// <c>MicroCred.Host</c>, by service and by purpose.
/// </summary>
internal sealed class StorageRequests(string service, string purpose) : HttpPipelineSynchronousPolicy
{
    public static readonly Meter Meter = new("MicroCred.Host");

    private static readonly Counter<long> Requests = Meter.CreateCounter<long>("emulator.storage.requests");

    public override void OnSendingRequest(HttpMessage message) =>
        Requests.Add(1, new KeyValuePair<string, object?>("service", service), new KeyValuePair<string, object?>("purpose", purpose));
}
