using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.App.Tests.Cost;

/// <summary>
/// What one application costs, from submission to Published, in an app that has published before: every request that app and engine send to
/// storage, seen by a proxy. Looks into queues that find nothing, leases and the engine's upkeep of itself are left out.
/// </summary>
public sealed class PublicationCostTests : IAsyncLifetime
{
    private const string Never = "0 0 0 1 1 *";

    private StorageProxy _proxy = null!;
    private RunningApp _app = null!;

    public async Task InitializeAsync()
    {
        string account = await SharedStorage.AccountOfItsOwn();
        _proxy = await StorageProxy.StartAsync(account);
        _app = await RunningApp.StartOn(
            _proxy.ConnectionString, account, $"SWEEP_SCHEDULE={Never}", $"REPAIR_SCHEDULE={Never}", $"ARCHIVE_SCHEDULE={Never}");
        await Publish(AnApplication.WithoutFault.With(content => content with { Title = "First of all" }));
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _proxy.DisposeAsync();
    }

    [Fact]
    public async Task An_application_that_asks_for_funding_takes_no_more_requests_than_this()
    {
        _proxy.Log.Clear();
        await Publish(AnApplication.WithoutFault.AskingForFunding());

        IReadOnlyList<(RequestName Name, int Count)> names = _proxy.Log.ByName();
        string account = string.Join('\n', names.Select(name => $"{name.Count} {name.Name}"));
        int engine = names.Where(name => name.Name.Resource.StartsWith("microcred", StringComparison.OrdinalIgnoreCase)
            || name.Name.Resource.StartsWith("$batch MicroCred", StringComparison.Ordinal)).Sum(name => name.Count);
        Assert.True(engine <= 45, $"{engine} of the engine's.\n{account}");
        Assert.True(names.Sum(name => name.Count) - engine <= 75, $"{names.Sum(name => name.Count) - engine} of the app's.\n{account}");
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
