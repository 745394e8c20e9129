using Azure.Storage.Queues;
using MicroCred.Tests.Support;
using MicroCred.Tests.Support.Processes;

namespace MicroCred.Host.Tests.World;

/// <summary>
/// The probe app and what it leaves outside: a data folder, a storage account at which nothing listens yet, and its journal.
/// </summary>
public sealed class Probe : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Probe() =>
        Settings = new HostSettings
        {
            App = Repository.Built("tests/ProbeApp"),
            DataPath = _folder["data"],
            Environment = new Dictionary<string, string> { ["Probe__Journal"] = _folder["journal"] },
        };

    /// <summary>With what a Host serves it.</summary>
    public HostSettings Settings { get; set; }

    /// <summary>What the app has written down, a line each.</summary>
    public IReadOnlyList<string> Journal =>
        File.Exists(_folder["journal"]) ? [.. ReadShared().Split('\n', StringSplitOptions.RemoveEmptyEntries)] : [];

    /// <summary>A queue of its account, whose messages are Base64, as those of an app are.</summary>
    public QueueClient Queue(string name) =>
        new(Settings.Storage, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    /// <summary>A queue of its account, whose messages go as they are.</summary>
    public QueueClient PlainQueue(string name) => new(Settings.Storage, name);

    /// <summary>Another copy of the built app, to be changed.</summary>
    public string CopyOfTheApp()
    {
        var copy = _folder["app"];
        foreach (var file in Directory.EnumerateFiles(Settings.App, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Settings.App, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    /// <summary>Waits for a line of the journal.</summary>
    public Task JournalSaysAsync(string line) =>
        Patience.UntilAsync(() => Journal.Contains(line), () => $"'{line}' isn't in the journal:\n{string.Join('\n', Journal)}");

    public void Dispose() => _folder.Dispose();

    private string ReadShared()
    {
        using var file = new FileStream(_folder["journal"], FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var text = new StreamReader(file);
        return text.ReadToEnd();
    }
}
