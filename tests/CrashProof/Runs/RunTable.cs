using System.Text;

namespace MicroCred.CrashProof.Tests.Runs;

/// <summary>The runs as they end, a line each, in a file that can be watched; at the end what they came to together.</summary>
internal sealed class RunTable : IDisposable
{
    private readonly StreamWriter _file;
    private readonly StringBuilder _text = new();
    private readonly List<DisturbedRun> _runs = [];
    private readonly long _start = TimeProvider.System.GetTimestamp();

    public RunTable(string path, Undisturbed undisturbed, int runs)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _file = new StreamWriter(path) { AutoFlush = true };
        Write($"{undisturbed.Requests.Count} requests in the undisturbed run, {runs} runs");
        foreach (var (index, (name, ordinal)) in undisturbed.Requests.Index())
            Write($"{index + 1,3}  {name} #{ordinal}");
    }

    public string Text
    {
        get
        {
            lock (_runs)
                return _text.ToString();
        }
    }

    public void Add(DisturbedRun run)
    {
        lock (_runs)
        {
            _runs.Add(run);
            Write($"{run}");
        }
    }

    /// <summary>Sums up by the kind of disturbance.</summary>
    public void End()
    {
        lock (_runs)
        {
            foreach (var kind in _runs.GroupBy(run => run.Disturbance.Kill is { } victim ? $"kill -9 of {victim}" : $"{run.Disturbance.Kind}"))
            {
                Write(
                    $"{kind.Key}: {kind.Count()} runs, {kind.Count(run => run.IsReached)} cut, {kind.Count(run => !run.HasPassed)} ended otherwise; " +
                    $"{kind.Average(run => run.Took.TotalSeconds):0} s on average, {kind.Max(run => run.Took.TotalSeconds):0} s at most");
            }

            Write($"{_runs.Count} runs in {TimeProvider.System.GetElapsedTime(_start).TotalMinutes:0.0} min, {_runs.Count(run => !run.HasPassed)} ended otherwise");
        }
    }

    public void Dispose() => _file.Dispose();

    private void Write(string line)
    {
        _text.AppendLine(line);
        _file.WriteLine(line);
    }
}
