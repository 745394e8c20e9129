using MicroCred.Peer.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace MicroCred.Peer;

/// <summary>Reads letters from the queue and writes each into the outbox folder, as the App's local delivery does.</summary>
internal sealed class SendLetter(IConfiguration configuration)
{
    private readonly string _folder = configuration["Notifications:OutboxPath"] ?? Path.Combine(".local", "outbox");

    [Function(nameof(SendLetter))]
    public async Task RunAsync([QueueTrigger(Letter.Queue)] Letter letter, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(
            Path.Combine(_folder, $"{letter.Id}.txt"),
            $"To: {letter.Recipient}\nSubject: {letter.Title}\n\n{letter.Text}\n",
            cancellationToken
        );
    }
}
