using MicroCred.Approval;
using MicroCred.Peer.Storage;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.Peer.Activities;

/// <summary>Puts the application on the register under the next number.</summary>
/// <remarks>
/// UpdateInventoryActivity in Azure-Samples/Durable-Task-Scheduler,
/// samples/durable-functions/dotnet/Saga/Activities/InventoryActivities.cs: the agreed result is made final.
/// </remarks>
internal sealed class CreateRegisterEntry(Register register)
{
    [Function(nameof(CreateRegisterEntry))]
    public Task<RegisterEntry> RunAsync([ActivityTrigger] Application approved, CancellationToken cancellationToken) =>
        register.CreateAsync(approved, cancellationToken);
}
