using System.Diagnostics;
using System.Globalization;
using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.World;
using MicroCred.Emulator.Storage;

namespace MicroCred.Benchmarks.Measures;

/// <summary>How long it takes from starting the process until it answers, Azurite included, which the app starts itself.</summary>
internal static class StartUp
{
    private const double SecondsAllowed = 5;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static async Task Take(Bench bench)
    {
        List<double> times = [];
        for (int run = 0; run < bench.Of(thorough: 7, quick: 3); run++)
        {
            times.Add(await Start());
        }

        bench.Note(
            "First answer",
            times.Median(),
            "s",
            $"median of {times.Count}, longest {times.Max().ToString("0.00", CultureInfo.InvariantCulture)} s; built, Azurite installed, on an empty folder; asked every 10 ms for /api/register/statistics",
            target: Target.AtMost(SecondsAllowed, times.Median()));
    }

    private static async Task<double> Start()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("microcred-benchmark-");
        try
        {
            string storage = DevelopmentAccount.ConnectionString(Free(), Free(), Free());
            long start = Stopwatch.GetTimestamp();
            await using AppUnderTest app = AppUnderTest.Begin(folder, storage);
            await FirstAnswer(app.Http, start);
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Uri Free() => new($"http://127.0.0.1:{AppUnderTest.FreePort()}");

    private static async Task FirstAnswer(HttpClient http, long start)
    {
        while (Stopwatch.GetElapsedTime(start) < Limit)
        {
            try
            {
                using HttpResponseMessage answer = await http.GetAsync("/api/register/statistics");
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException refused) when (refused.HttpRequestError == HttpRequestError.ConnectionError)
            {
                await Task.Delay(10);
            }
        }

        throw new TimeoutException("The app doesn't answer.");
    }
}
