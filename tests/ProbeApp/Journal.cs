using Microsoft.Extensions.Configuration;

namespace MicroCred.ProbeApp;

/// <summary>
/// The app's actions, one per line, in the file that the setting <c>Probe:Journal</c> names. A test reads it from outside, and it outlives
/// the process.
/// </summary>
public sealed class Journal(IConfiguration configuration)
{
    private readonly Lock _lock = new();

    public void Write(string line)
    {
        if (configuration["Probe:Journal"] is not { } path)
        {
            return;
        }

        lock (_lock)
        {
            File.AppendAllLines(path, [line]);
        }
    }
}
