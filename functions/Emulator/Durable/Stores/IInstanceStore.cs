namespace MicroCred.Emulator.Durable.Stores;

/// <summary>Where instances and their histories are kept.</summary>
internal interface IInstanceStore
{
    /// <summary>Makes ready what the store needs, tables for instance.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);
}
