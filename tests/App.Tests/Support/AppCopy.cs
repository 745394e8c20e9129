using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Support;

/// <summary>A copy of the built app, made of links to its files except for those that a test replaces.</summary>
internal sealed class AppCopy : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public AppCopy()
    {
        foreach (var entry in new DirectoryInfo(Repository.Built("functions/App")).EnumerateFileSystemInfos())
        {
            File.CreateSymbolicLink(_folder[entry.Name], entry.FullName);
        }
    }

    public string Folder => _folder.Path;

    /// <summary>Writes a file into the copy.</summary>
    /// <returns>The file's path.</returns>
    public string Put(string name, string text)
    {
        File.Delete(_folder[name]);
        File.WriteAllText(_folder[name], text);
        return _folder[name];
    }

    public void Dispose() => _folder.Dispose();
}
