using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.World;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.Benchmarks.Measures;

/// <summary>
/// Storage requests of what an evaluation may take beside its findings and decision: an information round, a reassignment, a second review.
/// Polls and leases are left out.
/// </summary>
internal static class Rounds
{
    /// <summary>Long enough for everything that follows from an act.</summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    public static async Task<string> TakeAsync(Bench bench)
    {
        var count = bench.Of(thorough: 5, quick: 1);
        await using var account = await Account.OpenAsync();
        await using var proxy = await StorageProxy.StartAsync(account.ConnectionString);
        await using var server = await Server.StartAsync(Subject.App, account, proxy.ConnectionString);
        People people = new(server.Http);
        Drafts drafts = new(Subject.App, account, server.Http);
        foreach (var draft in await drafts.WriteAsync(3))
        {
            await people.PublishAsync(draft);
        }

        List<SeenRequest> reassigned = [],
            informed = [],
            reviewed = [];
        foreach (var draft in await drafts.WriteAsync(count))
        {
            await people.SubmitAsync(draft);
            await people.AssignedAsync(draft, BetweenLooks);
            reassigned.AddRange(await CountAsync(async () => await people.ReassignAsync(await people.OpenTaskAsync(draft))));
            informed.AddRange(
                await CountAsync(async () =>
                {
                    await people.AskAsync(await people.OpenTaskAsync(draft));
                    await Task.Delay(Afterwards);
                    await people.AnswerAsync(draft);
                })
            );
            await people.FindAllMetAsync(await people.OpenTaskAsync(draft));
            reviewed.AddRange(
                await CountAsync(async () =>
                {
                    await people.DeclineAsync(await people.OpenTaskAsync(draft));
                    await Task.Delay(Afterwards);
                    var review = await people.OpenTaskAsync(draft);
                    await people.FindAllMetAsync(review);
                    await people.DeclineAsync(review);
                })
            );
        }

        Note("a reassignment", reassigned);
        Note("an information round: question and answer", informed);
        Note("a decline with its second review: two decisions, seven findings", reviewed);
        return $"Means of {count}, {Afterwards.TotalSeconds:0} s of quiet after each act; who acts looks up their task by one request before it.";

        async Task<IEnumerable<SeenRequest>> CountAsync(Func<Task> act)
        {
            await Task.Delay(Afterwards);
            proxy.Log.Take();
            await act();
            await Task.Delay(Afterwards);
            return [.. proxy.Log.Take().Where(request => request.Kind == RequestKind.Work && !request.Name.LooksForMessages)];
        }

        void Note(string what, List<SeenRequest> requests) => bench.Note(new Figure(what, "", (double)requests.Count / count));
    }
}
