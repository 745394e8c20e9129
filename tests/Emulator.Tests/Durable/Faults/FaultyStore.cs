using System.Runtime.CompilerServices;
using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Durable.Stores;

namespace MicroCred.Emulator.Tests.Durable.Faults;

/// <summary>A store whose calls meet a fault.</summary>
internal sealed class FaultyStore(IInstanceStore inner, Fault fault) : IInstanceStore
{
    public Task PrepareAsync(CancellationToken cancellationToken) => fault.AroundAsync(async () =>
    {
        await inner.PrepareAsync(cancellationToken);
        return true;
    });

    public async IAsyncEnumerable<DueInstance> FindDueAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var due in await fault.AroundAsync(() => inner.FindDueAsync(cancellationToken).ToListAsync(cancellationToken).AsTask()))
            yield return due;
    }

    public Task<Snapshot?> LoadAsync(string instanceId, CancellationToken cancellationToken) =>
        fault.AroundAsync(() => inner.LoadAsync(instanceId, cancellationToken));

    public Task<InstanceState?> ReadAsync(string instanceId, bool withPayloads, CancellationToken cancellationToken) =>
        fault.AroundAsync(() => inner.ReadAsync(instanceId, withPayloads, cancellationToken));

    public Task<Snapshot?> WriteAsync(InstanceWrite write, CancellationToken cancellationToken) =>
        fault.AroundAsync(() => inner.WriteAsync(write, cancellationToken));

    public Task<bool> DeleteAsync(Snapshot snapshot, CancellationToken cancellationToken) =>
        fault.AroundAsync(() => inner.DeleteAsync(snapshot, cancellationToken));

    public Task<Page<InstanceState>> QueryAsync(
        InstanceQuery query, string? continuationToken, int pageSize, CancellationToken cancellationToken) =>
        fault.AroundAsync(() => inner.QueryAsync(query, continuationToken, pageSize, cancellationToken));
}
