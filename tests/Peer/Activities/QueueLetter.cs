using System.Text.Json;
using Azure.Storage.Queues;
using MicroCred.Approval;
using MicroCred.Peer.Storage;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.Peer.Activities;

/// <summary>Notifies somebody by queueing a letter, as the App does.</summary>
/// <remarks>
/// NotifyApprovalRequired in microsoft/durabletask-dotnet, samples/AzureFunctionsApp/ApprovalOrchestrator.cs: notifying is a separate
/// activity.
/// </remarks>
internal sealed class QueueLetter(QueueServiceClient queues)
{
    private readonly QueueClient _letters = queues.GetQueueClient(Letter.Queue);

    [Function(nameof(QueueLetter))]
    public Task RunAsync([ActivityTrigger] Letter letter, CancellationToken cancellationToken) =>
        _letters.SendMessageAsync(JsonSerializer.Serialize(letter, ApprovalJson.Options), cancellationToken);
}
