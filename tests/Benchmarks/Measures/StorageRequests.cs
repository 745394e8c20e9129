using MicroCred.App.Tests.Cost;
using MicroCred.App.Tests.Support;
using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.World;

namespace MicroCred.Benchmarks.Measures;

/// <summary>
/// What one application costs in storage requests, in an app that has published before. The app runs in this process, so that its own metrics
/// tell.
/// </summary>
internal static class StorageRequests
{
    private const string Conditions =
        "one application that asks for funding, from submission to Published, alone in an app that has published before; looks into an empty queue not counted";

    public static async Task Take(Bench bench)
    {
        await using RunningApp app = await RunningApp.Start("SWEEP_SCHEDULE=0 0 0 1 1 *", "REPAIR_SCHEDULE=0 0 0 1 1 *", "ARCHIVE_SCHEDULE=0 0 0 1 1 *");
        Wordsmith words = new(1);
        using StorageRequestTally tally = new();
        await Publish(app, Draft.Write(words, 0));
        tally.Take();
        await Publish(app, Draft.Write(words, 1));
        IReadOnlyList<StorageRequest> all = tally.Take();
        List<StorageRequest> requests = [.. all.Where(request => !request.IsEvaluatorsOwn)];

        bench.Note("All", requests.Count, "requests", Conditions, target: Target.AtMost(40, requests.Count));
        foreach (IGrouping<string, StorageRequest> service in requests.GroupBy(request => request.Service).OrderByDescending(group => group.Count()))
        {
            bench.Note($"To {service.Key}s", service.Count(), "requests", "of these");
        }

        foreach (IGrouping<string, StorageRequest> stage in requests.GroupBy(request => request.Stage))
        {
            bench.Note($"For {stage.Key}", stage.Count(), "requests", "of these");
        }

        bench.Note("Evaluator's own calls", all.Count - requests.Count, "requests", "seven findings and the decision, not among the above");
    }

    private static async Task Publish(RunningApp app, (Draft Draft, Change Change) written)
    {
        ApplicationId id = written.Draft.Id;
        await app.Cases.Save(null, written.Change, [], null, default);
        await app.Worklists.Show(null, written.Change.Application, default);
        using HttpClient http = app.As("registrar");
        People people = new(http);
        await people.Submit(written.Draft);
        EvaluationTask task = (await app.Until(id, application => application.Tasks.Count > 0)).Tasks[^1];

        // Letters that are fetched together cost less, so each is waited for.
        await app.LettersSent(id, 1);
        OpenTask open = new($"{task.Id}", task.Assignee!);
        await people.FindAllMet(open);
        await people.Decide(open);
        await app.LettersSent(id, 2);
        await app.OrchestrationEnded(id);
    }
}
