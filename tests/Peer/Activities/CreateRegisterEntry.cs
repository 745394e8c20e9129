using MicroCred.Approval;
using MicroCred.Peer.Storage;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.Peer.Activities;

/// <summary>Puts the application on the register under the next number. The Saga's UpdateInventoryActivity: what was reserved is made final.</summary>
internal sealed class CreateRegisterEntry(Register register)
{
    [Function(nameof(CreateRegisterEntry))]
    public Task<RegisterEntry> Run([ActivityTrigger] Application approved, CancellationToken cancel) => register.Create(approved, cancel);
}
