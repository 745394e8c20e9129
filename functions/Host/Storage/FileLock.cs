namespace MicroCred.Host.Storage;

/// <summary>A file that one process at a time has; the system gives it back when the process ends, however it ends.</summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>The lock, with a word about who has it for others to read; null when another has it.</summary>
    public static FileLock? TryTake(string path, string owner)
    {
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(OwnerPath(path), $"process {Environment.ProcessId}, {owner}");
            return new FileLock(file);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>What the one who has the lock, or had it last, said of itself.</summary>
    public static string Owner(string path) => File.Exists(OwnerPath(path)) ? File.ReadAllText(OwnerPath(path)) : "unknown";

    public void Dispose() => _file.Dispose();

    // A locked file can't be read, so the word is beside it.
    private static string OwnerPath(string path) => path + ".owner";
}
