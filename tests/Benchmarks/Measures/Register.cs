using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using MicroCred.App.Serialization;
using MicroCred.Approval.Tests;
using MicroCred.Benchmarks.Figures;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Benchmarks.Measures;

/// <summary>The register's readers in one process, without storage: search, similarity, statistics and an entry's page.</summary>
internal static class Register
{
    private const int Seed = 13;
    private const int Entries = 100_000;
    private const int Duplicates = 200;

    public static async Task<string> TakeAsync(Bench bench)
    {
        var times = bench.Of(thorough: 2_000, quick: 400);
        MadeUpRegister madeUp = new(Seed);
        var stored = Stored(madeUp);
        var before = Memory();
        var start = Environment.CpuUsage.TotalTime;
        SharedParts shared = new();
        List<RegisterEntry> entries =
        [
            .. stored.Select(json => shared.Of(JsonSerializer.Deserialize<RegisterEntry>(json, AppJson.Stored)!)),
        ];
        var read = Environment.CpuUsage.TotalTime - start;
        var withEntries = Memory();
        start = Environment.CpuUsage.TotalTime;
        RegisterSearch search = new();
        foreach (var entry in entries)
        {
            search.Add(entry);
        }

        var indexed = Environment.CpuUsage.TotalTime - start;
        var memory = Memory() - before;
        GC.KeepAlive(stored);
        GC.KeepAlive(shared);
        var ready = (read + indexed).TotalSeconds;
        bench.Note(new Figure("ready: all entries read from their JSON and indexed", "s", ready, Aim: Target.AtMost(10, ready)));
        bench.Note(new Figure("… of which indexing", "s", indexed.TotalSeconds));
        bench.Note(new Figure("memory: entries and index", "MB", memory, Aim: Target.AtMost(400, memory)));
        bench.Note(new Figure("… of which the index", "MB", memory - (withEntries - before)));

        Search("a title", entry => entry.Title);
        Search("two words of an outcome", entry => string.Join(' ', entry.Outcomes[0].Split(' ')[^2..]));
        Search("two words with a slip each", entry => string.Join(' ', entry.Title.Split(' ')[..2].Select(madeUp.Slipped)));
        Search("a word that most have", _ => "learners principles");
        Search("a standard's number", entry => entry.Standards.Count == 0 ? "20001" : $"{entry.Standards[0].Number}");
        Search("no words", _ => "");

        Time("what is like it", times / 10, () => search.SimilarTo(madeUp.NearDuplicateOf(madeUp.Any(entries), 0.25)), limit: null);
        Time("statistics", times / 40, () => RegisterStatistics.Of(entries, DateOnly.MaxValue), limit: null);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
            .AddScoped<MicroCred.Portal.Pages>()
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var pages = scope.ServiceProvider.GetRequiredService<MicroCred.Portal.Pages>();
        Time("an entry's page, rendered", times, () => pages.RegisterEntryAsync(madeUp.Any(entries)).GetAwaiter().GetResult(), limit: 5);

        var planted = Planted(new MadeUpRegister(Seed), 10_000, 0.25);
        bench.Note(
            new Figure("of near-duplicates planted among 10,000 found in the first three", "%", planted, Aim: Target.AtLeast(95, planted))
        );
        return $"{Entries:N0} made-up entries (seed {Seed}), {times:N0} searches of each kind after a tenth that isn't counted, at the 99th "
            + $"percentile; processor time of the whole process, since others use the machine too; near-duplicates: {Duplicates}, with a quarter of their words changed.";

        void Search(string what, Func<RegisterEntry, string> words) =>
            Time(
                $"search: {what}",
                times,
                () =>
                    search.Find(
                        new RegisterQuery
                        {
                            Words = words(madeUp.Any(entries)).Split(' ', StringSplitOptions.RemoveEmptyEntries),
                            Limit = 50,
                        }
                    ),
                limit: 50
            );

        void Time(string what, int count, Func<object> act, double? limit)
        {
            List<double> taken = [];
            for (var i = -count / 10; i < count; i++)
            {
                var began = Environment.CpuUsage.TotalTime;
                act();
                if (i >= 0)
                {
                    taken.Add((Environment.CpuUsage.TotalTime - began).TotalMilliseconds);
                }
            }

            var value = taken.At(99);
            bench.Note(new Figure(what, "ms", value, Aim: limit is { } most ? Target.AtMost(most, value) : null));
        }
    }

    /// <summary>The share of planted near-duplicates that are found, in per cent.</summary>
    private static double Planted(MadeUpRegister madeUp, int among, double changed)
    {
        var entries = madeUp.Entries(among);
        RegisterSearch search = new();
        foreach (var entry in entries)
        {
            search.Add(entry);
        }

        return Enumerable
                .Range(0, Duplicates)
                .Select(_ => madeUp.Any(entries))
                .Count(entry =>
                    search.SimilarTo(madeUp.NearDuplicateOf(entry, changed)).Take(3).Any(similar => similar.Entry.Number == entry.Number)
                )
            * 100.0
            / Duplicates;
    }

    /// <summary>Entries as they are stored. A method of its own, so that nothing keeps the entries that they were made of.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<byte[]> Stored(MadeUpRegister madeUp) =>
        [.. madeUp.Entries(Entries).Select(entry => JsonSerializer.SerializeToUtf8Bytes(entry, AppJson.Stored))];

    private static double Memory() => GC.GetTotalMemory(forceFullCollection: true) / 1e6;
}
