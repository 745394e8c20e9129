using System.Globalization;
using System.Runtime.InteropServices;

namespace MicroCred.Benchmarks.Figures;

/// <summary>The machine, which hosts, workers, Azurite and clients share.</summary>
internal static class Machine
{
    /// <summary>The date, the machine and the command.</summary>
    public static string When(bool quick) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd}{(quick ? ", quick" : "")}; {Environment.ProcessorCount} cores for everything, "
                + $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, Azurite, loopback"
        );

    /// <summary>The load average over the last minute; NaN where the system doesn't report it.</summary>
    public static double Load()
    {
        const string Source = "/proc/loadavg";
        return File.Exists(Source) ? double.Parse(File.ReadAllText(Source).Split(' ')[0], CultureInfo.InvariantCulture) : double.NaN;
    }
}
