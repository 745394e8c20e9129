using MicroCred.App.Operation;
using MicroCred.App.Storage;
using MicroCred.Approval.Tests;

namespace MicroCred.Simulation.Pipeline;

/// <summary>What ends while operators look for what is stuck isn't taken for stuck.</summary>
[Collection(SharedStorage.Name)]
public sealed class EndedMeanwhileTests(SharedStorage storage)
{
    [Fact]
    public async Task One_that_ended_since_the_list_was_read_is_not_stuck()
    {
        await using var app = await SimulatedApp.StartAsync(storage);
        var id = await app.SubmitAsync(AnApplication.WithoutFault);
        var task = (await app.NowAsync(id, ApplicationStatus.InReview)).Tasks.Single();
        var listed = await app.Get<Worklists>().BacklogAsync(CancellationToken.None);
        Assert.Single(listed.Applications, line => line.Id == id);
        await app.Decide(task, TaskOutcome.Approve);
        await app.NowAsync(id, ApplicationStatus.Published);
        await app.Simulation.SettleAsync();
        Assert.True((await app.Simulation.Client.GetInstanceAsync($"{id}"))!.IsCompleted);

        var stuck = await app.Get<StuckApplications>().FindAsync(app.Simulation.Client, listed, int.MaxValue, CancellationToken.None);

        Assert.Empty(stuck);
    }
}
