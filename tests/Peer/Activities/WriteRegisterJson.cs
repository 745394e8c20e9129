using System.Text.Json;
using MicroCred.Approval;
using MicroCred.Peer.Storage;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.Peer.Activities;

/// <summary>Writes the entry's public JSON.</summary>
/// <remarks>
/// A_CreatePersonalizedPdf in markheath/durable-functions-ecommerce-sample,
/// DurableECommerceWorkflowIsolated/Functions/ActivityFunctions.cs: one activity per file.
/// </remarks>
internal sealed class WriteRegisterJson(Register register)
{
    [Function(nameof(WriteRegisterJson))]
    public Task RunAsync([ActivityTrigger] RegisterEntry entry, CancellationToken cancellationToken) =>
        register.WriteAsync(
            $"{entry.Number}.json",
            "application/json",
            JsonSerializer.Serialize(entry, ApprovalJson.Options),
            cancellationToken
        );
}
