using MicroCred.Approval;
using MicroCred.Peer.Storage;
using MicroCred.Portal;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.Peer.Activities;

/// <summary>Writes the entry's public page.</summary>
/// <remarks>
/// A_CreatePersonalizedPdf in markheath/durable-functions-ecommerce-sample,
/// DurableECommerceWorkflowIsolated/Functions/ActivityFunctions.cs: one activity per file.
/// </remarks>
internal sealed class WriteRegisterPage(Register register, Pages pages)
{
    [Function(nameof(WriteRegisterPage))]
    public async Task RunAsync([ActivityTrigger] RegisterEntry entry, CancellationToken cancellationToken) =>
        await register.WriteAsync(
            $"{entry.Number}.html",
            "text/html; charset=utf-8",
            await pages.RegisterEntryAsync(entry),
            cancellationToken
        );
}
