using System.Diagnostics;

namespace MicroCred.Host.Storage;

/// <summary>The folder that an Azurite works in, for as long as it does; a temporary one when the data stays in memory.</summary>
internal sealed class AzuriteFolder : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly FileLock? _lock;

    private AzuriteFolder(string path, FileLock? @lock) => (Path, _lock) = (path, @lock);

    public string Path { get; }

    public string? LogPath => _lock is null ? null : System.IO.Path.Combine(Path, "azurite.log");

    public string[] Arguments => _lock is null ? ["--inMemoryPersistence"] : ["--location", Path];

    /// <summary>Two that write to one folder would ruin it, so it is taken for one at a time.</summary>
    public static AzuriteFolder Take(string? dataPath)
    {
        if (dataPath is null)
            return new AzuriteFolder(Directory.CreateTempSubdirectory("azurite-").FullName, null);

        var path = Directory.CreateDirectory(dataPath).FullName;
        AwaitPredecessor(path);
        var lockPath = System.IO.Path.Combine(path, "azurite.lock");
        return new AzuriteFolder(path, FileLock.TryTake(lockPath, "Azurite")
            ?? throw new AzuriteException($"Another process has the data in {path}: {FileLock.Owner(lockPath)}."));
    }

    /// <summary>
    /// Waits for an Azurite whose parent was killed: it is still writing what it holds. One whose parent lives is not waited for.
    /// </summary>
    public static void AwaitPredecessor(string dataPath)
    {
        var path = Directory.CreateDirectory(dataPath).FullName;
        using var free = FileLock.TryTake(System.IO.Path.Combine(path, "azurite.lock"), "Azurite");
        if (free is not null && !SpinWait.SpinUntil(() => !ProcessNote.IsAlive(NotePath(path)), Patience))
            throw new AzuriteException($"An earlier Azurite still works in {path} and doesn't end: process {File.ReadAllText(NotePath(path))}. End it and start again.");
    }

    /// <summary>Remembers the process, which removes the note at its end, for a successor that comes before.</summary>
    public void Note(Process process)
    {
        if (_lock is not null)
            ProcessNote.Write(NotePath(Path), process);
    }

    public void Dispose()
    {
        if (_lock is null)
        {
            Directory.Delete(Path, recursive: true);
            return;
        }

        File.Delete(NotePath(Path));
        _lock.Dispose();
    }

    private static string NotePath(string path) => System.IO.Path.Combine(path, "azurite.pid");
}
