using System.Text.Json;
using Azure.Storage.Queues;
using MicroCred.Approval;
using MicroCred.Peer.Storage;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.Peer.Activities;

/// <summary>Tells somebody: the letter is queued, as the App's are.</summary>
/// <remarks>
/// NotifyApprovalRequired in microsoft/durabletask-dotnet, samples/AzureFunctionsApp/ApprovalOrchestrator.cs: telling is an activity of
/// its own.
/// </remarks>
internal sealed class QueueLetter(QueueServiceClient queues)
{
    private readonly QueueClient _letters = queues.GetQueueClient(Letter.Queue);

    [Function(nameof(QueueLetter))]
    public Task RunAsync([ActivityTrigger] Letter letter, CancellationToken cancellationToken) =>
        _letters.SendMessageAsync(JsonSerializer.Serialize(letter, ApprovalJson.Options), cancellationToken);
}
