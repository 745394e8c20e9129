using MicroCred.Benchmarks;
using MicroCred.Benchmarks.Measures;

if (Options.Parse(args, [.. Measure.All.Select(measure => measure.Name)], out var options) is { } usage)
{
    Console.Error.WriteLine(usage);
    return 1;
}

await using Bench bench = new(options);
foreach (var measure in Measure.All.Where(measure => options.Wants(measure.Name)))
{
    await bench.RunAsync(measure);
}

return 0;
