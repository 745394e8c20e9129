using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MicroCred.Emulator.Durable.History;

namespace MicroCred.Emulator.Durable.Stores;

/// <summary>
/// Keeps instances in memory, for simulation and tests. A snapshot's own identity is the condition that the next write makes.
/// </summary>
internal sealed class MemoryInstanceStore : IInstanceStore
{
    private readonly ConcurrentDictionary<string, MemorySnapshot> _instances = new(StringComparer.Ordinal);

    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async IAsyncEnumerable<DueInstance> FindDueAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var snapshot in _instances.Values)
        {
            if (snapshot.State.WakeAt is { } wakeAt)
                yield return new DueInstance(snapshot.State.InstanceId, wakeAt);
        }
    }

    public Task<Snapshot?> LoadAsync(string instanceId, CancellationToken cancellationToken) =>
        Task.FromResult<Snapshot?>(_instances.GetValueOrDefault(instanceId));

    public Task<InstanceState?> ReadAsync(string instanceId, bool withPayloads, CancellationToken cancellationToken) =>
        Task.FromResult(_instances.GetValueOrDefault(instanceId)?.State);

    public Task<Snapshot?> WriteAsync(InstanceWrite write, CancellationToken cancellationToken)
    {
        var written = new MemorySnapshot(write.State, write.HistoryAfter());
        var id = write.State.InstanceId;
        var isWritten = write.Basis is MemorySnapshot basis
            ? _instances.TryUpdate(id, written, basis)
            : _instances.TryAdd(id, written);
        return Task.FromResult<Snapshot?>(isWritten ? written : null);
    }

    public Task<bool> DeleteAsync(Snapshot snapshot, CancellationToken cancellationToken) =>
        Task.FromResult(_instances.TryRemove(KeyValuePair.Create(snapshot.State.InstanceId, (MemorySnapshot)snapshot)));

    public Task<Page<InstanceState>> QueryAsync(
        InstanceQuery query, string? continuationToken, int pageSize, CancellationToken cancellationToken)
    {
        InstanceState[] found =
        [
            .. _instances.Values.Select(snapshot => snapshot.State)
                .Where(query.Matches)
                .Where(state => string.CompareOrdinal(state.InstanceId, continuationToken) > 0)
                .OrderBy(state => state.InstanceId, StringComparer.Ordinal)
                .Take(pageSize + 1),
        ];
        return Task.FromResult(found.Length > pageSize
            ? new Page<InstanceState>(found[..pageSize], found[pageSize - 1].InstanceId)
            : new Page<InstanceState>(found));
    }

    private sealed record MemorySnapshot(InstanceState State, ImmutableArray<Turn> History) : Snapshot(State, History)
    {
        public bool Equals(MemorySnapshot? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
    }
}
