using System.Collections.Concurrent;
using System.Threading.Channels;

namespace MicroCred.Emulator.Tests.Queues;

/// <summary>What queue functions have taken, in order.</summary>
internal sealed class Taken
{
    private readonly Channel<string> _channel = Channel.CreateUnbounded<string>();
    private readonly ConcurrentQueue<string> _all = new();

    public TaskCompletionSource Finish { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyCollection<string> All => _all;

    public void Add(string message)
    {
        _all.Enqueue(message);
        _channel.Writer.TryWrite(message);
    }

    public Task<string> NextAsync() => _channel.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
}
