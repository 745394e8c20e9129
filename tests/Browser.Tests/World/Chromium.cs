using System.Diagnostics;

namespace MicroCred.Browser.Tests.World;

/// <summary>
/// The browser that the tests drive: the machine's own Chromium. Where there is none and the tests may install packages, Debian's is
/// installed.
/// </summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>Its executable.</summary>
    /// <exception cref="InvalidOperationException">There is none, and none could be installed.</exception>
    public static async Task<string> FindAsync() =>
        Environment.GetEnvironmentVariable("CHROMIUM")
        ?? Installed()
        ?? await InstallAsync()
        ?? throw new InvalidOperationException(
            "These tests need Chromium. Install it (Debian: apt-get install chromium), or give its path in the variable CHROMIUM."
        );

    private static string? Installed() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    private static async Task<string?> InstallAsync()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !File.Exists("/usr/bin/apt-get"))
        {
            return null;
        }

        await RunAsync("apt-get update -qq");
        await RunAsync("DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium");
        return Installed();
    }

    private static async Task RunAsync(string command)
    {
        using var process = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync(), process.WaitForExitAsync());
    }
}
