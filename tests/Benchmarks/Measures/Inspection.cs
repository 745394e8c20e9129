using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.World;
using MicroCred.Inspection;
using MicroCred.Inspection.Tests.Files;

namespace MicroCred.Benchmarks.Measures;

/// <summary>
/// Processor time to inspect documents made to be expensive, and normal ones: a PDF of typical size and of the largest allowed size, and a
/// Word document as small and as full as the limits allow.
/// </summary>
internal static class Inspection
{
    private const int Small = 100_000;
    private const int Large = 25 << 20;
    private const double SmallAllowed = 0.2;
    private const double LargeAllowed = 5;

    public static async Task<string> TakeAsync(Bench bench)
    {
        var runs = bench.Of(thorough: 5, quick: 1);
        foreach (var pdf in TangledPdf.All)
        {
            var small = await SecondsAsync(pdf.Make(Small), runs, "document.pdf");
            var large = await SecondsAsync(pdf.Make(Large), runs, "document.pdf");
            bench.Note(new Figure($"{pdf.Says}, 100 KB", "s", small, Aim: Target.AtMost(SmallAllowed, small)));
            bench.Note(new Figure("… 25 MiB", "s", large, Aim: Target.AtMost(LargeAllowed, large)));
        }

        foreach (var document in TangledWord.All)
        {
            var small = await SecondsAsync(document.UpTo(Small), runs, "document.docx");
            var full = await SecondsAsync(document.Full(), runs, "document.docx");
            bench.Note(new Figure($"Word: {document.Says}, 100 KB", "s", small, Aim: Target.AtMost(SmallAllowed, small)));
            bench.Note(new Figure("… full", "s", full, Aim: Target.AtMost(LargeAllowed, full)));
        }

        return $"Processor time of the whole process, the most of {runs} after one that isn't counted; "
            + "in memory, without upload or storage.";
    }

    private static async Task<double> SecondsAsync(byte[] document, int runs, string name)
    {
        double most = 0;
        for (var run = 0; run <= runs; run++)
        {
            var before = Environment.CpuUsage.TotalTime;
            using MemoryStream file = new(document, writable: false);
            await new DocumentInspector(InspectionLimits.Default).InspectAsync(file, name, null, CancellationToken.None);
            most = run == 0 ? 0 : Math.Max(most, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        return most;
    }
}
