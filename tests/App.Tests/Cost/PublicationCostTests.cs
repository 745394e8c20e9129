using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Cost;

/// <summary>
/// What one application costs, from submission to Published, in an app that has published before. The orchestration and the letters are
/// included; the evaluator's own calls, and looks into a queue that found nothing, aren't.
/// </summary>
[Collection(CountingRequests.Name)]
public sealed class PublicationCostTests : IAsyncLifetime
{
    private RunningApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = await RunningApp.Start("SWEEP_SCHEDULE=0 0 0 1 1 *", "REPAIR_SCHEDULE=0 0 0 1 1 *", "ARCHIVE_SCHEDULE=0 0 0 1 1 *");
        await Publish(AnApplication.WithoutFault.With(content => content with { Title = "First of all" }));
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task An_application_without_funding_takes_35_storage_requests()
    {
        using StorageRequestTally tally = new();
        await Publish(AnApplication.WithoutFault);
        AssertCost(tally, table: 27, queue: 6, blob: 2);
    }

    [Fact]
    public async Task An_application_that_asks_for_funding_takes_38_storage_requests()
    {
        using StorageRequestTally tally = new();
        await Publish(AnApplication.WithoutFault.AskingForFunding());
        AssertCost(tally, table: 30, queue: 6, blob: 2);
    }

    private static void AssertCost(StorageRequestTally tally, int table, int queue, int blob)
    {
        List<StorageRequest> requests = [.. tally.Take().Where(request => !request.IsEvaluatorsOwn)];
        string account = string.Join('\n', requests.CountBy(request => request).Select(group => $"{group.Value} {group.Key}"));
        Assert.True(
            (table, queue, blob) == (Of("table"), Of("queue"), Of("blob")),
            $"{requests.Count} requests: {Of("table")} to tables, {Of("queue")} to queues, {Of("blob")} to blobs.\n{account}");
        Assert.True(requests.Count <= 40, account);

        int Of(string service) => requests.Count(request => request.Service == service);
    }

    private async Task Publish(AnApplication wanted)
    {
        ApplicationId id = await _app.Draft(wanted);
        await _app.Submit(id);
        Application assigned = await _app.Until(id, application => application.Status == ApplicationStatus.InReview);
        // Letters that are fetched together cost less, so each is waited for: the evaluator's, and the provider's.
        await _app.LettersSent(id, 1);
        await _app.FindAllMet(assigned.Tasks[^1]);
        await _app.Decide(assigned.Tasks[^1], "Approve");
        await _app.LettersSent(id, 2);
        await _app.OrchestrationEnded(id);
    }
}
