using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MicroCred.Infra.Tests;

/// <summary>The Bicep command line: the restored one on Linux x64, otherwise the one on the path.</summary>
internal static class Bicep
{
    private static string Path =>
        OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64 ? Repository.Metadata("Bicep") : "bicep";

    /// <summary>Runs Bicep, and fails on any diagnostic: a warning is an error here.</summary>
    /// <returns>The standard output.</returns>
    public static string Run(params string[] arguments)
    {
        ProcessStartInfo start = new(Path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Start(start);
        var faults = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 && faults.Result.Length == 0
            ? output
            : throw new InvalidOperationException($"bicep {string.Join(' ', arguments)}\n{faults.Result}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(
                "The restored Bicep command line is for Linux x64. On this machine install one, so that \"bicep\" is on the path.",
                missing
            );
        }
    }
}
