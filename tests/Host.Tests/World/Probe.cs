using Azure.Storage.Queues;
using MicroCred.Tests.Support;
using MicroCred.Tests.Support.Processes;

namespace MicroCred.Host.Tests.World;

/// <summary>The probe app and its external state: a data folder, a storage account at which nothing listens yet, and its journal.</summary>
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

    /// <summary>The settings of the Host that serves it.</summary>
    public HostSettings Settings { get; set; }

    /// <summary>The lines that the app has written.</summary>
    public IReadOnlyList<string> Journal =>
        File.Exists(_folder["journal"]) ? [.. ReadShared().Split('\n', StringSplitOptions.RemoveEmptyEntries)] : [];

    /// <summary>A queue of its account with Base64 messages, the default for apps.</summary>
    public QueueClient Queue(string name) =>
        new(Settings.Storage, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    /// <summary>A queue of its account with plain messages.</summary>
    public QueueClient PlainQueue(string name) => new(Settings.Storage, name);

    /// <summary>Makes another copy of the built app, to be changed.</summary>
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
