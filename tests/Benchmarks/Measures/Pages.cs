using System.Diagnostics;
using System.Net.Http.Headers;
using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.World;

namespace MicroCred.Benchmarks.Measures;

/// <summary>
/// Time until each of the main pages has been answered whole, by a warm app that has many applications, from one person at a time.
/// </summary>
internal static class Pages
{
    private const double MillisecondsAllowed = 100;

    public static async Task<string> TakeAsync(Bench bench)
    {
        var (drafts, submitted) = (bench.Of(thorough: 1000, quick: 100), bench.Of(thorough: 200, quick: 20));
        var times = bench.Of(thorough: 200, quick: 30);
        await using var account = await Account.OpenAsync();
        await using var server = await Server.StartAsync(Subject.App, account);
        People people = new(server.Http);
        var applications = await new Drafts(Subject.App, account, server.Http).WriteAsync(drafts);
        OpenTask? task = null;
        foreach (var draft in applications.Take(submitted))
        {
            await people.SubmitAsync(draft);
            task = await people.AssignedAsync(draft, TimeSpan.FromMilliseconds(50));
        }

        var (underway, ownDraft) = (applications[0], applications[^1]);
        (string What, string? Persona, string Path)[] pages =
        [
            ("the start page", null, "/"),
            ("the register", null, "/register"),
            ("the statistics", null, "/statistics"),
            ("a provider's applications", ownDraft.Persona, "/applications"),
            ("a draft's list of pages, checked", ownDraft.Persona, $"/applications/{ownDraft.Id}"),
            ("a page of a draft", ownDraft.Persona, $"/applications/{ownDraft.Id}/edit/need"),
            ("an application under evaluation", underway.Persona, $"/applications/{underway.Id}"),
            ("an evaluator's tasks", task!.Assignee, "/tasks"),
            ("a task", task.Assignee, $"/tasks/{task.Id}"),
            ("the oversight", "registrar", "/oversight"),
        ];
        foreach (var (what, persona, path) in pages)
        {
            List<double> taken = [];
            for (var time = -10; time < times; time++)
            {
                var start = Stopwatch.GetTimestamp();
                await AskAsync(server.Http, persona, path);
                if (time >= 0)
                {
                    taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }

            bench.Note(new Figure($"{what}, p50", "ms", taken.Median()));
            bench.Note(new Figure($"{what}, p99", "ms", taken.At(99), Aim: Target.AtMost(MillisecondsAllowed, taken.At(99))));
        }

        return $"{drafts} applications of four providers, {submitted} of them under evaluation; "
            + $"each page {times} times, one at a time, after ten that don't count; through the Host, uncompressed.";
    }

    private static async Task AskAsync(HttpClient http, string? persona, string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        if (persona is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", persona);
        }

        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }
}
