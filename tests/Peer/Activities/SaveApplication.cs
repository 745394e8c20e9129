using MicroCred.Approval;
using MicroCred.Peer.Storage;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.Peer.Activities;

/// <summary>Writes the application as submitted.</summary>
/// <remarks>A_SaveOrderToDatabase in markheath/durable-functions-ecommerce-sample,
/// DurableECommerceWorkflowIsolated/Functions/ActivityFunctions.cs.</remarks>
internal sealed class SaveApplication(Applications applications)
{
    [Function(nameof(SaveApplication))]
    public async Task<Application> RunAsync([ActivityTrigger] Application draft, CancellationToken cancellationToken) =>
        await applications.SaveAsync(
            draft,
            draft
                .Submit(
                    RuleEditions.Default,
                    new Actor($"{draft.Provider.Number}", draft.Provider.Name, ActorKind.Provider),
                    DateTimeOffset.UtcNow
                )
                .Demand(),
            cancellationToken
        );
}
