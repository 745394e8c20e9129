using System.Text.Json;
using Azure.Storage.Queues;
using MicroCred.Approval;
using MicroCred.Peer.Storage;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.Peer.Activities;

/// <summary>
/// Tells somebody, an activity of its own as in all of the samples (NotifyApprovalRequired, A_RequestOrderApproval, NotifyActivity). Where they
/// call a mail service the letter is queued, as the App's are.
/// </summary>
internal sealed class QueueLetter(QueueServiceClient queues)
{
    private readonly QueueClient _letters = queues.GetQueueClient(Letter.Queue);

    [Function(nameof(QueueLetter))]
    public Task Run([ActivityTrigger] Letter letter, CancellationToken cancel) =>
        _letters.SendMessageAsync(JsonSerializer.Serialize(letter, ApprovalJson.Options), cancel);
}
