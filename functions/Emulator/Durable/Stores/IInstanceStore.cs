namespace MicroCred.Emulator.Durable.Stores;

/// <summary>
/// Where instances and their histories are kept. Each write is one piece and on condition; an exception leaves open whether it happened,
/// which the turn's id answers afterwards.
/// </summary>
internal interface IInstanceStore
{
    /// <summary>Makes ready what the store needs, tables for instance.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>The instances that can't just go on waiting.</summary>
    IAsyncEnumerable<DueInstance> FindDueAsync(CancellationToken cancellationToken);

    /// <summary>An instance with its history; null when there is none of that id.</summary>
    Task<Snapshot?> LoadAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>An instance without its history, and without payloads unless they are wanted.</summary>
    Task<InstanceState?> ReadAsync(string instanceId, bool withPayloads, CancellationToken cancellationToken);

    /// <summary>Writes a turn; null when the instance is no longer what the turn was taken on.</summary>
    /// <exception cref="TurnTooLargeException">The turn can't be written, now or later.</exception>
    Task<Snapshot?> WriteAsync(InstanceWrite write, CancellationToken cancellationToken);

    /// <summary>Deletes an instance; false when it is no longer what it was.</summary>
    Task<bool> DeleteAsync(Snapshot snapshot, CancellationToken cancellationToken);

    /// <summary>A page of instances by id, and the token for the next one.</summary>
    Task<Page<InstanceState>> QueryAsync(InstanceQuery query, string? continuationToken, int pageSize, CancellationToken cancellationToken);
}
