using System.Diagnostics;

namespace MicroCred.Demo.Server;

/// <summary>Asks a process to end. .NET can only kill; on Unix the shell's kill command sends SIGTERM.</summary>
internal static class Signal
{
    public static async Task TerminateAsync(Process process)
    {
        if (OperatingSystem.IsWindows())
        {
            process.Kill(entireProcessTree: true);
            return;
        }

        using var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {process.Id}"]);
        await kill.WaitForExitAsync();
    }
}
