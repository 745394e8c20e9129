using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.World;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.Benchmarks.Measures;

/// <summary>
/// Storage requests for one application, in an app that has published before: by sender, by the action that caused them, and including
/// queue polls, successful or not, and lease renewals meanwhile.
/// </summary>
internal static class StorageRequests
{
    private const double RequestsAllowed = 72;

    /// <summary>Long enough for everything that follows from an action, and for letters to be sent one by one.</summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    public static async Task<string> TakeAsync(Bench bench)
    {
        var count = bench.Of(thorough: 10, quick: 2);
        var app = await OfAsync(Subject.App, count);
        var peer = await OfAsync(Subject.Peer, count);
        var peerAsApp = await OfAsync(Subject.PeerAsApp, count);
        double all = app.Submission.Count + app.Decision.Count;
        Note(
            "all, the evaluator's findings apart",
            cost => cost.Submission.Count + cost.Decision.Count,
            Target.AtMost(RequestsAllowed, all / count)
        );
        Note("… of these the engine's", cost => cost.Pipeline.Count(request => request.Name.IsTheEngines));
        Note("… that follow from the submission", cost => cost.Submission.Count);
        Note("… that follow from the decision, itself among them", cost => cost.Decision.Count);
        Note("seven findings", cost => cost.Findings.Count);
        Note("all, with polls and leases, one application right after another", cost => cost.WithPolls);
        return $"Means of {count}, each alone, {Afterwards.TotalSeconds:0} s of quiet after each act; people look past storage's counter. "
            + $"The App's by service: {Most(app.Pipeline.CountBy(request => request.Name.Service))}. "
            + $"Most often: {Most(app.Pipeline.CountBy(request => request.Name))}.";

        string Most<T>(IEnumerable<KeyValuePair<T, int>> counts) =>
            string.Join(
                ", ",
                counts
                    .OrderByDescending(pair => pair.Value)
                    .Take(8)
                    .Select(pair => $"{pair.Key} {Figure.Round((double)pair.Value / count)}")
            );

        void Note(string what, Func<Cost, double> of, Target? aim = null) =>
            bench.Note(new Figure(what, "", of(app) / count, of(peer) / count, of(peerAsApp) / count, null, aim));
    }

    private static async Task<Cost> OfAsync(Subject subject, int count)
    {
        await using var account = await Account.OpenAsync();
        await using var proxy = await StorageProxy.StartAsync(account.ConnectionString);
        await using var server = await Server.StartAsync(subject, account, proxy.ConnectionString);
        People people = new(server.Http);
        Drafts drafts = new(subject, account, server.Http);
        foreach (var draft in await drafts.WriteAsync(3))
        {
            await people.PublishAsync(draft);
        }

        List<SeenRequest> submission = [],
            findings = [],
            decision = [];
        foreach (var draft in await drafts.WriteAsync(count))
        {
            await Task.Delay(Afterwards);
            proxy.Log.Take();
            await people.SubmitAsync(draft);
            await Task.Delay(Afterwards);
            submission.AddRange(proxy.Log.Take());
            var task = await people.AssignedAsync(draft, BetweenLooks);
            proxy.Log.Take();
            await people.FindAllMetAsync(task);
            findings.AddRange(proxy.Log.Take());
            await people.DecideAsync(task);
            await Task.Delay(Afterwards);
            decision.AddRange(proxy.Log.Take());
            await people.PublishedAsync(draft, BetweenLooks);
        }

        var next = await drafts.WriteAsync(count);
        proxy.Log.Take();
        foreach (var draft in next)
        {
            await people.PublishAsync(draft);
        }

        return new Cost(Needed(submission), Needed(findings), Needed(decision), proxy.Log.Take().Count);
    }

    private static List<SeenRequest> Needed(IEnumerable<SeenRequest> requests) =>
        [.. requests.Where(request => request.Kind == RequestKind.Work && !request.Name.LooksForMessages)];

    /// <summary>The requests of several applications, by the action that caused them, and their total with polls.</summary>
    private sealed record Cost(List<SeenRequest> Submission, List<SeenRequest> Findings, List<SeenRequest> Decision, int WithPolls)
    {
        public IEnumerable<SeenRequest> Pipeline => Submission.Concat(Decision);
    }
}
