using System.Globalization;
using System.Runtime.InteropServices;

namespace MicroCred.Benchmarks.Figures;

/// <summary>What everything runs on: the app, Azurite and whoever asks share it.</summary>
internal static class Machine
{
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores shared by the app, Azurite and the benchmark; {RuntimeInformation.OSDescription}; {RuntimeInformation.FrameworkDescription}; loopback only");

    /// <summary>How many processes wanted a core over the last minute; NaN where the system doesn't say.</summary>
    public static double Load()
    {
        const string Source = "/proc/loadavg";
        return File.Exists(Source) ? double.Parse(File.ReadAllText(Source).Split(' ')[0], CultureInfo.InvariantCulture) : double.NaN;
    }
}
