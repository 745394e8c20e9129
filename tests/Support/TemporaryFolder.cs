namespace MicroCred.Tests.Support;

/// <summary>A test's temporary folder, deleted on disposal.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>The folder's full path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("microcred-").FullName;

    /// <summary>The full path of a file or folder in it.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Deletes the folder with its content.</summary>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
