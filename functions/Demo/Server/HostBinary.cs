namespace MicroCred.Demo.Server;

/// <summary>Locates the Host's build: next to this one, in the same configuration.</summary>
internal static class HostBinary
{
    /// <summary>The dotnet executable that runs this process, if it is known.</summary>
    public static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";

    public static string RepositoryTop()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MicroCredApproval.sln")))
            {
                return folder.FullName;
            }
        }

        throw new ServerFault(
            $"{AppContext.BaseDirectory} isn't inside the repository, so the Host can't be found. Start it, then say where with --url."
        );
    }

    public static string Find()
    {
        // The path ends in …/bin/<configuration>/<framework>/, as the Host's does.
        var framework = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var binary = Path.Combine(
            RepositoryTop(),
            "functions",
            "Host",
            "bin",
            framework.Parent!.Name,
            framework.Name,
            "MicroCred.Host.dll"
        );
        return File.Exists(binary)
            ? binary
            : throw new ServerFault($"The Host isn't built: {binary} is missing. Build it with: dotnet build functions/Host");
    }
}
