using System.Text;

namespace MicroCred.CrashProof.Tests.Runs;

/// <summary>The runs as they end, a line each, in a file that can be watched, with a summary at the end.</summary>
internal sealed class RunTable : IDisposable
{
    private readonly StreamWriter _file;
    private readonly StringBuilder _failures = new();
    private readonly List<DisturbedRun> _runs = [];
    private readonly long _start = TimeProvider.System.GetTimestamp();

    public RunTable(string path, Undisturbed undisturbed)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _file = new StreamWriter(path) { AutoFlush = true };
        foreach (var (index, (name, ordinal)) in undisturbed.Requests.Index())
        {
            _file.WriteLine($"{index + 1, 3}  {name} #{ordinal}");
        }

        foreach (var line in undisturbed.First.Lines)
        {
            _file.WriteLine($"  {line}");
        }
    }

    /// <summary>The runs that ended differently from the undisturbed one, with the differences and the logs' folders.</summary>
    public string Failures => _failures.ToString();

    public int Reached => _runs.Count(run => run.IsReached);

    public void Add(DisturbedRun run)
    {
        lock (_runs)
        {
            _runs.Add(run);
            _file.WriteLine(run);
            if (!run.HasPassed)
            {
                _failures.AppendLine($"{run}");
            }
        }
    }

    /// <summary>A summary of all runs, by disturbance.</summary>
    public string Sum()
    {
        var classes = _runs
            .GroupBy(run => run.Disturbance.Class)
            .Select(kind =>
                $"{kind.Key}: {kind.Count()} runs, {kind.Count(run => run.IsReached)} cut, "
                + $"{kind.Count(run => !run.HasPassed)} ended otherwise; "
                + $"{kind.Average(run => run.Took.TotalSeconds):0} s on average, {kind.Max(run => run.Took.TotalSeconds):0} s at most"
            );
        var sum = string.Join(
            '\n',
            classes.Append(
                $"{_runs.Count} runs in {TimeProvider.System.GetElapsedTime(_start).TotalMinutes:0.0} min, "
                    + $"{Reached} cut; {_runs.Count(run => run.Trouble.Length > 0)} without end, "
                    + $"{_runs.Sum(run => run.Lost.Count)} lost, {_runs.Sum(run => run.Doubled.Count)} doubled"
            )
        );
        _file.WriteLine(sum);
        return sum;
    }

    public void Dispose() => _file.Dispose();
}
