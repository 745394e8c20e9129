using MicroCred.Emulator.Functions;
using MicroCred.Emulator.Storage;

namespace MicroCred.Emulator.Hosting;

/// <summary>
/// The first to start and the last to stop: makes sure that nobody else works on the same data, and that the storage answers.
/// </summary>
internal sealed class StorageService(EmulatorSettings settings, string? connectionString) : LifecycleService, IAsyncDisposable
{
    private readonly LocalAccount? _account = connectionString is null ? null : LocalAccount.Of(connectionString);
    private FileLock? _lock;
    private Azurite? _azurite;

    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (_account is null)
            return;

        Directory.CreateDirectory(settings.DataPath);
        _lock = TakeData();
        _azurite = await Azurite.StartWhereNoneListensAsync(Path.Combine(settings.DataPath, "azurite"), _account, cancellationToken);
    }

    public override async Task StoppedAsync(CancellationToken cancellationToken) => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _azurite, null) is { } azurite)
            await azurite.DisposeAsync();
        Interlocked.Exchange(ref _lock, null)?.Dispose();
    }

    private FileLock TakeData()
    {
        var path = Path.GetFullPath(Path.Combine(settings.DataPath, "emulator.lock"));
        return FileLock.TryTake(path, settings.Url) ?? throw new StartupException(
            [$"{settings.DataPath} is in use by {FileLock.Owner(path)}. End that one, or give this one its own Emulator:DataPath, Emulator:Url and AzureWebJobsStorage."]);
    }
}
