using MicroCred.Approval;
using MicroCred.Peer.Storage;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.Peer.Activities;

/// <summary>Records that the application is published.</summary>
/// <remarks>
/// The status Completed in Azure-Samples/Durable-Task-Scheduler,
/// samples/durable-functions/dotnet/Saga/Orchestrators/OrderProcessingOrchestrator.cs.
/// </remarks>
internal sealed class MarkPublished(Applications applications)
{
    [Function(nameof(MarkPublished))]
    public async Task<Application> RunAsync([ActivityTrigger] Listed listed, CancellationToken cancellationToken)
    {
        var now = DateTimeOffset.UtcNow;
        Registration registration = new(listed.Entry.Number, listed.Entry.Code, now);
        return await applications.SaveAsync(listed.Application, listed.Application.Publish(registration, now).Demand(), cancellationToken);
    }
}

/// <summary>An application with its entry.</summary>
internal sealed record Listed(Application Application, RegisterEntry Entry);
