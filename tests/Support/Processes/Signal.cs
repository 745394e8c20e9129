using System.Diagnostics;

namespace MicroCred.Tests.Support.Processes;

/// <summary>Sends signals to processes. .NET can only kill one at a time; the kill command signals several at once.</summary>
public static class Signal
{
    /// <summary>Sends SIGTERM, as a service manager does.</summary>
    public static Task TerminateAsync(params int[] processes) => SendAsync("TERM", processes);

    /// <summary>Sends SIGINT, as Ctrl-C does.</summary>
    public static Task InterruptAsync(params int[] processes) => SendAsync("INT", processes);

    /// <summary>Sends SIGKILL.</summary>
    public static Task KillAsync(params int[] processes) => SendAsync("KILL", processes);

    private static async Task SendAsync(string signal, int[] processes)
    {
        // An error about a process that has ended meanwhile is ignored.
        using var kill = Process.Start(
            new ProcessStartInfo("kill", [$"-{signal}", .. processes.Select(id => $"{id}")]) { RedirectStandardError = true }
        )!;
        await kill.WaitForExitAsync();
    }
}
