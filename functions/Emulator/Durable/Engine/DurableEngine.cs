using Azure.Core.Serialization;
using MicroCred.Emulator.Durable.Stores;
using Microsoft.Extensions.Logging;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>Runs orchestrations: loads an instance when something arrives for it, replays it, writes what came of it, runs what it asked for.</summary>
internal sealed class DurableEngine : IAsyncDisposable
{
    private readonly IInstanceStore _store;

    public DurableEngine(
        IInstanceStore store, IFunctionRunner runner, TimeProvider time, ObjectSerializer serializer, ILoggerFactory loggers, EngineOptions options)
    {
        _store = store;
        _ = (runner, time, serializer, loggers, options);
    }

    /// <summary>What functions get for <c>[DurableClient]</c>. Usable from construction on; calls wait for the start.</summary>
    public DurableTaskClient Client => throw new NotImplementedException();

    /// <summary>Takes up the unfinished instances where they were.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => _store.PrepareAsync(cancellationToken);

    /// <summary>Takes no more turns and waits for the ones, and the activities, that are under way.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => _store is null ? Task.FromCanceled(cancellationToken) : Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
