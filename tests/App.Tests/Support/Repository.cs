namespace MicroCred.App.Tests.Support;

/// <summary>The repository's own files.</summary>
internal static class Repository
{
    /// <summary>Where a file or folder of the repository is.</summary>
    public static string Path(string path)
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "MicroCredApproval.sln")))
        {
            folder = folder.Parent!;
        }

        return System.IO.Path.Combine(folder.FullName, path);
    }

    public static string Read(string path) => File.ReadAllText(Path(path));
}
