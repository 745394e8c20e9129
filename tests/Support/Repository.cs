namespace MicroCred.Tests.Support;

/// <summary>Locates files of the repository that the tests were built in.</summary>
public static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Top { get; } = Find();

    /// <summary>The path of a file or folder of the repository.</summary>
    public static string Path(string path) => System.IO.Path.Combine(Top, path);

    /// <summary>The text of a file of the repository.</summary>
    public static string Read(string path) => File.ReadAllText(Path(path));

    /// <summary>A project's build output folder, for the running tests' configuration and framework.</summary>
    /// <param name="project">The project's folder in the repository, such as <c>functions/App</c>.</param>
    /// <exception cref="DirectoryNotFoundException">The project wasn't built in this configuration.</exception>
    public static string Built(string project)
    {
        // …/bin/<configuration>/<framework>/: the same for every project.
        var framework = new DirectoryInfo(System.IO.Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var folder = System.IO.Path.Combine(Top, project, "bin", framework.Parent!.Name, framework.Name);
        return Directory.Exists(folder)
            ? folder
            : throw new DirectoryNotFoundException($"{folder} is missing. Build it with: dotnet build {project}");
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "MicroCredApproval.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"{AppContext.BaseDirectory} isn't inside the repository.");
        }

        return folder.FullName;
    }
}
