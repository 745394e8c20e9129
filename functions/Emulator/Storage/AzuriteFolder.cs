using System.Diagnostics;

namespace MicroCred.Emulator.Storage;

/// <summary>The folder that an Azurite works in, for as long as it does; a temporary one when the data stays in memory.</summary>
internal sealed class AzuriteFolder : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly FileLock? _lock;

    private AzuriteFolder(string path, FileLock? @lock) => (Path, _lock) = (path, @lock);

    public string Path { get; }

    public string? LogPath => _lock is null ? null : System.IO.Path.Combine(Path, "azurite.log");

    public string[] Arguments => _lock is null ? ["--inMemoryPersistence"] : ["--location", Path];

    private string NotePath => System.IO.Path.Combine(Path, "azurite.pid");

    /// <summary>Two that write to one folder would ruin it, so it is taken for one at a time.</summary>
    public static AzuriteFolder Take(string? dataPath)
    {
        if (dataPath is null)
            return new AzuriteFolder(Directory.CreateTempSubdirectory("azurite-").FullName, null);

        var path = Directory.CreateDirectory(dataPath).FullName;
        var folder = new AzuriteFolder(path, FileLock.TryTake(System.IO.Path.Combine(path, "azurite.lock"), "Azurite")
            ?? throw new AzuriteException($"Another process has the data in {path}: {FileLock.Owner(System.IO.Path.Combine(path, "azurite.lock"))}."));
        folder.AwaitPredecessor();
        return folder;
    }

    /// <summary>Remembers the process, for a successor that comes before it is gone.</summary>
    public void Note(Process process)
    {
        if (_lock is not null)
            ProcessNote.Write(NotePath, process);
    }

    public void Dispose()
    {
        if (_lock is null)
        {
            Directory.Delete(Path, recursive: true);
            return;
        }

        File.Delete(NotePath);
        _lock.Dispose();
    }

    // Whoever started it was killed: then it is still writing what it holds.
    private void AwaitPredecessor()
    {
        using var predecessor = ProcessNote.Read(NotePath);
        if (predecessor?.WaitForExit(Patience) is not false)
            return;

        _lock?.Dispose();
        throw new AzuriteException($"An earlier Azurite, process {predecessor.Id}, still works in {Path} and doesn't end. End it and start again.");
    }
}
