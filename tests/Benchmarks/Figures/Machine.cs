using System.Globalization;
using System.Runtime.InteropServices;

namespace MicroCred.Benchmarks.Figures;

/// <summary>What everything runs on: the hosts, their workers, Azurite and whoever asks share it.</summary>
internal static class Machine
{
    /// <summary>When, on what, and by which command.</summary>
    public static string When(bool quick) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd}{(quick ? ", quick" : "")}; {Environment.ProcessorCount} cores for everything, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, Azurite, loopback"
        );

    /// <summary>How many processes wanted a core over the last minute; NaN where the system doesn't say.</summary>
    public static double Load()
    {
        const string Source = "/proc/loadavg";
        return File.Exists(Source) ? double.Parse(File.ReadAllText(Source).Split(' ')[0], CultureInfo.InvariantCulture) : double.NaN;
    }
}
