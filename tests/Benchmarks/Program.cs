using MicroCred.Benchmarks;
using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.Measures;
using Spectre.Console;

if (Options.Parse(args, [.. Measure.All.Select(measure => measure.Name)], out Options options) is { } fault)
{
    Console.Error.WriteLine(fault);
    return 1;
}

Bench bench = new(options.IsQuick);
foreach (Measure measure in Measure.All.Where(measure => options.Wants(measure.Name)))
{
    AnsiConsole.MarkupLineInterpolated($"[bold]{measure.Name}[/]  [dim]{measure.Says}[/]");
    await bench.Run(measure);
}

FigureTable.Print(bench.Figures);
await Report.Write(options.Json, bench);
AnsiConsole.MarkupLineInterpolated($"[dim]{options.Json}[/]");
return 0;
