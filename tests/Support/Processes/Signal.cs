using System.Diagnostics;

namespace MicroCred.Tests.Support.Processes;

/// <summary>
/// Signals to processes. The runtime can only kill one at a time; the system's own command sends what it is told to several at once.
/// </summary>
public static class Signal
{
    /// <summary>Asks to end, as a service manager does.</summary>
    public static Task TerminateAsync(params int[] processes) => SendAsync("TERM", processes);

    /// <summary>Asks to end, as Ctrl-C does.</summary>
    public static Task InterruptAsync(params int[] processes) => SendAsync("INT", processes);

    /// <summary>Ends without asking.</summary>
    public static Task KillAsync(params int[] processes) => SendAsync("KILL", processes);

    private static async Task SendAsync(string signal, int[] processes)
    {
        // What it says of one that has gone meanwhile is no fault.
        using var kill = Process.Start(
            new ProcessStartInfo("kill", [$"-{signal}", .. processes.Select(id => $"{id}")]) { RedirectStandardError = true }
        )!;
        await kill.WaitForExitAsync();
    }
}
