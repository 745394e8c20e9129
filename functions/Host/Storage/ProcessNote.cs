using System.Diagnostics;
using System.Globalization;

namespace MicroCred.Host.Storage;

/// <summary>A process written down so that another finds it again, and doesn't take a later one with the same number for it.</summary>
internal static class ProcessNote
{
    // The start time is worked out anew by each reader, from clocks that differ a little.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    public static void Write(string path, Process process) =>
        File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $"{process.Id} {process.StartTime.ToUniversalTime():O}"));

    public static bool IsAlive(string path)
    {
        try
        {
            if (File.ReadAllText(path).Split(' ') is not [var id, var started])
                return false;

            using var process = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
            var start = DateTime.Parse(started, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
            return (process.StartTime.ToUniversalTime() - start).Duration() < Tolerance;
        }
        catch (Exception gone) when (gone is IOException or ArgumentException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }
}
