using MicroCred.App.Submission.Documents;
using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.World;

namespace MicroCred.Benchmarks.Measures;

/// <summary>
/// How much processor time it takes to look into a PDF that was made to take much, and into an honest one of pictures: one as small as people
/// send, and one as large as may be sent.
/// </summary>
internal static class Inspection
{
    private const int Small = 100_000;
    private const int Large = 25 << 20;
    private const double SmallAllowed = 0.2;
    private const double LargeAllowed = 5;

    public static async Task<string> Take(Bench bench)
    {
        int runs = bench.Of(thorough: 5, quick: 1);
        foreach (TangledPdf pdf in TangledPdf.All)
        {
            double small = await Seconds(pdf.Make(Small), runs);
            double large = await Seconds(pdf.Make(Large), runs);
            bench.Note(new Figure($"{pdf.Says}, 100 KB", "s", small, Aim: Target.AtMost(SmallAllowed, small)));
            bench.Note(new Figure("… 25 MiB", "s", large, Aim: Target.AtMost(LargeAllowed, large)));
        }

        return $"Processor time of the whole process, the most of {runs} after one that isn't counted; in memory, without upload or storage.";
    }

    private static async Task<double> Seconds(byte[] pdf, int runs)
    {
        double most = 0;
        for (int run = 0; run <= runs; run++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            using MemoryStream file = new(pdf, writable: false);
            await new DocumentInspector(InspectionLimits.Default).InspectAsync(file, "document.pdf", null, CancellationToken.None);
            most = run == 0 ? 0 : Math.Max(most, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        return most;
    }
}
