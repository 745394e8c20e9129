using System.Text.Json;
using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Operation;

/// <summary>
/// The host's extensions, the greater part of the deployment: the worker's build restores them through a project that it generates.
/// </summary>
public sealed class HostExtensionsTests
{
    [Fact]
    public void They_are_restored_in_locked_mode_by_a_lock_file_that_is_kept_with_the_source()
    {
        Assert.NotEmpty(
            JsonDocument
                .Parse(Repository.Read("functions/App/extensions.lock.json"))
                .RootElement.GetProperty("dependencies")
                .EnumerateObject()
        );
        var restored = Assert.Single(
            Directory.EnumerateFiles(
                Repository.Path($"functions/App/obj/{Configuration}"),
                "project.assets.json",
                SearchOption.AllDirectories
            )
        );
        var locked = JsonDocument
            .Parse(File.ReadAllText(restored))
            .RootElement.GetProperty("project")
            .GetProperty("restore")
            .GetProperty("restoreLockProperties");
        Assert.True(locked.GetProperty("restoreLockedMode").GetBoolean());
        Assert.EndsWith(
            "functions/App/extensions.lock.json",
            locked.GetProperty("nuGetLockFilePath").GetString()!.Replace('\\', '/'),
            StringComparison.Ordinal
        );
    }

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
}
