using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using MicroCred.App.Pipeline;
using MicroCred.App.Proof;
using MicroCred.App.Publication;
using MicroCred.App.Reconciliation;
using MicroCred.App.Register;
using MicroCred.App.Tests.Commands;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Publication;

/// <summary>
/// Many publications at once by processes that are killed at any of their requests to storage, and whose work others take over.
/// </summary>
public sealed class KilledPublicationsTests
{
    private const int Count = 200;
    private const int Processes = 3;
    private const int AtOnce = 8;

    /// <summary>A process's requests before it is killed, at most.</summary>
    private const int LongestLife = 150;

    [Fact]
    public async Task Two_hundred_get_two_hundred_numbers_and_codes_and_everything_follows_from_the_log()
    {
        using var app = await AppInProcess.StartAsync();
        ConcurrentQueue<(ApplicationId Id, int Revision)> waiting = [];
        foreach (var number in Enumerable.Range(1, Count))
        {
            var listing = AnApplication.WithoutFault.With(content => content with { Title = $"Title {number}" }).Approved();
            var id = await app.KeepAsync(listing);
            waiting.Enqueue((id, (await app.ReadAsync(id)).Revision));
        }

        var all = waiting.Select(work => work.Id).ToList();

        var killed = (await Task.WhenAll(Enumerable.Range(0, Processes).Select(seed => LivesAsync(app, new Random(seed), waiting)))).Sum();

        Assert.True(killed >= Count / 10, $"Only {killed} processes were killed.");
        using var fresh = app.Another();
        var published = await Task.WhenAll(all.Select(fresh.ReadAsync));
        Assert.Equal(Enumerable.Range(1, Count), published.Select(application => application.Registration!.Number).Order());
        Assert.Equal(Count, published.Select(application => application.Registration!.Code).Distinct().Count());
        var rows = await fresh.Get<RegisterLog>().ReadAsync(0, default).ToListAsync();
        Assert.Equal(Enumerable.Range(1, Count), rows.Select(row => (int)row.Seq));
        Assert.Equal(all.Select(id => id.Value).Order(), rows.Select(row => row.Entry.Ctid).Order());
        Assert.Equal(
            published
                .OrderBy(application => application.Registration!.Number)
                .Select(application => application.Content.MicroCredential!.Title),
            (await fresh.Get<RegisterIndex>().NowAsync(default)).Entries.Select(entry => entry.Title)
        );
        Assert.Equal(Count, (await fresh.Get<SearchIndex>().FindAsync(new() { Words = ["title"], Limit = 1 }, default)).Total);
        Assert.Equal(Count, (await fresh.Get<LogHeads>().CurrentAsync(Count, default)).Size);

        await fresh.Get<RegisterDocuments>().WriteAsync(default);

        var mended = await fresh.Get<Reconcile>().MendAsync(fresh.Orchestrations, default);
        Assert.Equal((0, 0, 0), (mended.Relisted, mended.WrongLines, mended.Failed));
        Assert.Empty(mended.Files);
        Assert.Empty(mended.Unfounded);
    }

    /// <summary>Process after process publishes what is waiting, until nothing is.</summary>
    /// <returns>How many were killed.</returns>
    private static async Task<int> LivesAsync(AppInProcess app, Random random, ConcurrentQueue<(ApplicationId Id, int Revision)> waiting)
    {
        var killed = 0;
        while (!waiting.IsEmpty)
        {
            Mortal mortal = new(random.Next(LongestLife), afterwards: random.Next(2) == 0);
            using var process = app.Another(mortal);
            await Task.WhenAll(
                Enumerable.Range(0, AtOnce).Select(_ => PublishAsync(process, mortal, waiting)).Append(WriteAsync(process, mortal))
            );
            killed += mortal.IsDead ? 1 : 0;
        }

        return killed;
    }

    private static async Task PublishAsync(AppInProcess process, Mortal mortal, ConcurrentQueue<(ApplicationId Id, int Revision)> waiting)
    {
        while (!mortal.IsDead && waiting.TryDequeue(out var work))
        {
            try
            {
                await process.Function<Publish>().RunAsync(new ActivityInput(work.Id, work.Revision, null), default);
            }
            catch (Exception) when (mortal.IsDead)
            {
                // As the engine does: what isn't known to have ended is done again.
                waiting.Enqueue(work);
            }
        }
    }

    private static async Task WriteAsync(AppInProcess process, Mortal mortal)
    {
        try
        {
            await process.Get<RegisterDocuments>().WriteAsync(default);
        }
        catch (Exception) when (mortal.IsDead)
        {
            // The next minute's run makes up for it.
        }
    }

    /// <summary>Kills a process at one of its requests to storage: none of its later ones is sent, and it learns no answer.</summary>
    /// <param name="life">The number of requests before.</param>
    /// <param name="afterwards">Whether the last request still reaches storage.</param>
    private sealed class Mortal(int life, bool afterwards) : HttpPipelinePolicy
    {
        private int _sent;

        public bool IsDead => Volatile.Read(ref _sent) > life;

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            var at = Interlocked.Increment(ref _sent);
            if (at <= life || (at == life + 1 && afterwards))
            {
                await ProcessNextAsync(message, pipeline);
            }

            if (IsDead)
            {
                throw new InvalidOperationException("The process was killed.");
            }
        }
    }
}
