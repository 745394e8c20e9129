using System.Diagnostics;
using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.Measures;
using Spectre.Console;

namespace MicroCred.Benchmarks;

/// <summary>A run of the measures: how thorough it is, and what came of it.</summary>
internal sealed class Bench(bool isQuick)
{
    private readonly List<Figure> _figures = [];
    private string _measure = "";

    public bool IsQuick => isQuick;

    public DateTimeOffset StartedAt { get; } = DateTimeOffset.UtcNow;

    public double LoadAtStart { get; } = Machine.Load();

    public IReadOnlyList<Figure> Figures => _figures;

    /// <summary>One number in a thorough run, another in a quick one.</summary>
    public int Of(int thorough, int quick) => isQuick ? quick : thorough;

    public async Task Run(Measure measure)
    {
        _measure = measure.Name;
        long start = Stopwatch.GetTimestamp();
        await measure.Take(this);
        AnsiConsole.MarkupLineInterpolated($"  [dim]{Stopwatch.GetElapsedTime(start).TotalSeconds:0} s, load {Machine.Load():0.0}[/]");
    }

    /// <summary>Notes a figure.</summary>
    /// <param name="name">What was measured.</param>
    /// <param name="value">How much.</param>
    /// <param name="unit">Of what.</param>
    /// <param name="conditions">Under which conditions.</param>
    /// <param name="ratio">Against what it is held.</param>
    /// <param name="target">What it must reach.</param>
    public void Note(string name, double value, string unit, string conditions, Ratio? ratio = null, Target? target = null)
    {
        Figure figure = new(_measure, name, value, unit, conditions, Machine.Load(), ratio, target);
        _figures.Add(figure);
        AnsiConsole.MarkupLineInterpolated($"  {figure.Name}: {figure.Amount} {ratio} {target}");
    }
}
