using System.Diagnostics;
using System.Text.RegularExpressions;

namespace MicroCred.Host.Storage;

/// <summary>What Azurite prints: kept in a log where there is a folder for it, and read for the addresses that it listens on.</summary>
internal sealed partial class AzuriteOutput : IDisposable
{
    private readonly TaskCompletionSource<(Uri Blob, Uri Queue, Uri Table)> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, Uri> _addresses = [];
    private readonly List<string> _complaints = [];
    private readonly TextWriter _log;
    private int _streamsEnded;

    public AzuriteOutput(Process process, string? logPath)
    {
        _log = logPath is null
            ? TextWriter.Null
            : TextWriter.Synchronized(new StreamWriter(File.Open(logPath, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true });
        process.OutputDataReceived += (_, line) => Said(line.Data);
        process.ErrorDataReceived += (_, line) => Complained(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Task<(Uri Blob, Uri Queue, Uri Table)> ListeningAsync(CancellationToken cancellationToken) => _listening.Task.WaitAsync(cancellationToken);

    public void Dispose() => _log.Dispose();

    [GeneratedRegex(@"^Azurite (Blob|Queue|Table) service is successfully listening at (\S+)$")]
    private static partial Regex Listening();

    private void Said(string? line)
    {
        if (line is null)
        {
            Ended();
            return;
        }

        _log.WriteLine(line);
        if (Listening().Match(line) is not { Success: true } match)
            return;

        _addresses[match.Groups[1].Value] = new Uri(match.Groups[2].Value);
        if (_addresses.Count == 3)
            _listening.TrySetResult((_addresses["Blob"], _addresses["Queue"], _addresses["Table"]));
    }

    private void Complained(string? line)
    {
        if (line is null)
        {
            Ended();
            return;
        }

        _log.WriteLine(line);
        lock (_complaints)
            _complaints.Add(line);
    }

    /// <summary>The end of both its streams before it listens is the end of Azurite, and all that it had to say is there.</summary>
    private void Ended()
    {
        if (Interlocked.Increment(ref _streamsEnded) == 2)
            _listening.TrySetException(new AzuriteException($"Azurite ended before it was ready. {string.Join(' ', Complaints())}".TrimEnd()));
    }

    private string[] Complaints()
    {
        lock (_complaints)
            return [.. _complaints];
    }
}
