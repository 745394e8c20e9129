using MicroCred.Emulator.Storage;

namespace MicroCred.Emulator.Hosting;

/// <summary>
/// The first to start and the last to stop: makes sure that nobody else works on the same data, and that the storage answers. It begins
/// when it is made, so that Azurite starts while the app is put together.
/// </summary>
internal sealed class StorageService : LifecycleService, IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task<IAsyncDisposable?> _storage;
    private Task? _ended;

    public StorageService(EmulatorSettings settings, string? connectionString)
    {
        var account = connectionString is null ? null : LocalAccount.Of(connectionString);
        _storage = account is null ? Task.FromResult<IAsyncDisposable?>(null) : Task.Run(() => TakeAsync(settings, account, _end.Token));
    }

    public override Task StartingAsync(CancellationToken cancellationToken) => _storage.WaitAsync(cancellationToken);

    public override Task StoppedAsync(CancellationToken cancellationToken) => _ended ??= EndAsync();

    public async ValueTask DisposeAsync() => await (_ended ??= EndAsync());

    private static async Task<IAsyncDisposable?> TakeAsync(EmulatorSettings settings, LocalAccount account, CancellationToken cancellationToken)
    {
        var data = DataLock.Take(settings);
        try
        {
            return new Taken(data, await Azurite.StartWhereNoneListensAsync(Path.Combine(settings.DataPath, "azurite"), account, cancellationToken));
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    private async Task EndAsync()
    {
        await _end.CancelAsync();
        await ((Task)_storage).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_storage is { IsCompletedSuccessfully: true, Result: { } storage })
            await storage.DisposeAsync();
        _end.Dispose();
    }

    private sealed record Taken(FileLock Data, Azurite? Azurite) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (Azurite is not null)
                await Azurite.DisposeAsync();
            Data.Dispose();
        }
    }
}
