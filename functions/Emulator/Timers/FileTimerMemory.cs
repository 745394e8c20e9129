using System.Text.Json;
using MicroCred.Emulator.Worker;

namespace MicroCred.Emulator.Timers;

/// <summary>Remembers in a file for each function.</summary>
internal sealed class FileTimerMemory(string folder) : ITimerMemory
{
    public async Task<ScheduleStatus?> RecallAsync(string function)
    {
        try
        {
            return JsonSerializer.Deserialize<ScheduleStatus>(await File.ReadAllTextAsync(PathOf(function)));
        }
        catch (Exception unknown) when (unknown is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    public async Task KeepAsync(string function, ScheduleStatus status)
    {
        Directory.CreateDirectory(folder);
        // Moved into place, so that a process killed in between leaves the old one.
        var draft = $"{PathOf(function)}.new";
        await File.WriteAllTextAsync(draft, JsonSerializer.Serialize(status));
        File.Move(draft, PathOf(function), overwrite: true);
    }

    private string PathOf(string function) => Path.Combine(folder, $"{function}.json");
}
