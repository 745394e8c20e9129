using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Support;

/// <summary>The app as it is built, by links to its files, save those that a test puts in their place.</summary>
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

    /// <summary>Puts a file of its own into the copy.</summary>
    /// <returns>Its path.</returns>
    public string Put(string name, string text)
    {
        File.Delete(_folder[name]);
        File.WriteAllText(_folder[name], text);
        return _folder[name];
    }

    public void Dispose() => _folder.Dispose();
}
