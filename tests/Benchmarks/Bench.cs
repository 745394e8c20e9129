using System.Diagnostics;
using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.Floor;
using MicroCred.Benchmarks.Measures;

namespace MicroCred.Benchmarks;

/// <summary>A benchmark run: its options, shared state and output.</summary>
internal sealed class Bench(Options options) : IAsyncDisposable
{
    private readonly List<Figure> _figures = [];
    private FloorBeneath? _floor;

    /// <summary>One number for a thorough run, another for a quick one.</summary>
    public int Of(int thorough, int quick) => options.IsQuick ? quick : thorough;

    /// <summary>The App's floor: its own storage requests, recorded once per run.</summary>
    public async Task<FloorBeneath> FloorAsync() => _floor ??= await FloorBeneath.RecordAsync();

    /// <summary>Runs a measure and publishes its section.</summary>
    public async Task RunAsync(Measure measure)
    {
        _figures.Clear();
        var load = Machine.Load();
        var start = Stopwatch.GetTimestamp();
        var conditions = await measure.Take(this);
        var section = Ledger.Section(
            measure.Says,
            $"{conditions} {Machine.When(options.IsQuick)}, {Stopwatch.GetElapsedTime(start).TotalMinutes:0.0} minutes, "
                + $"load average {load:0.0} before.",
            _figures
        );
        Console.WriteLine($"\n{section}");
        if (options.Page is { } page)
        {
            await File.WriteAllTextAsync(page, Ledger.Replace(await File.ReadAllTextAsync(page), measure.Name, section));
        }
    }

    /// <summary>Records a figure of the running measure.</summary>
    public void Note(Figure figure)
    {
        _figures.Add(figure);
        Console.WriteLine(Ledger.Line(figure));
    }

    public async ValueTask DisposeAsync()
    {
        if (_floor is not null)
        {
            await _floor.DisposeAsync();
        }
    }
}
