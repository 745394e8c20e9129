using MicroCred.Approval;
using MicroCred.Peer.Storage;
using MicroCred.Portal;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.Peer.Activities;

/// <summary>Writes the entry's public page. The e-commerce sample's A_CreatePersonalizedPdf: an activity a file.</summary>
internal sealed class WriteRegisterPage(Register register, Pages pages)
{
    [Function(nameof(WriteRegisterPage))]
    public async Task Run([ActivityTrigger] RegisterEntry entry, CancellationToken cancel) =>
        await register.Write($"{entry.Number}.html", "text/html; charset=utf-8", await pages.RegisterEntry(entry), cancel);
}
