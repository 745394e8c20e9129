using Azure.Data.Tables;
using MicroCred.App.Operation;
using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.Approval.Tests;
using Microsoft.DurableTask.Client;

namespace MicroCred.Simulation.Pipeline;

/// <summary>A step that can't succeed fails its orchestration at once, is found, and continues once the cause is fixed.</summary>
[Collection(SharedStorage.Name)]
public sealed class LastingFailureTests(SharedStorage storage)
{
    [Fact]
    public async Task What_cannot_be_read_is_not_tried_for_hours_and_goes_on_after_mending_and_a_restart()
    {
        await using var app = await SimulatedApp.StartAsync(storage);
        var id = await app.SubmitAsync(AnApplication.WithoutFault);
        await app.Decide((await app.NowAsync(id, ApplicationStatus.InReview)).Tasks.Single(), TaskOutcome.Approve);
        var whole = await ReplaceJsonAsync(app, id, "{ this is not JSON");
        var broken = app.Clock.GetUtcNow();

        await app.Simulation.SettleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await app.Simulation.Client.GetInstanceAsync($"{id}"))!.RuntimeStatus);
        Assert.Equal(broken, app.Clock.GetUtcNow());
        var stuck = Assert.Single(await app.Get<StuckApplications>().FindAsync(app.Simulation.Client, CancellationToken.None));
        Assert.Equal((id, StuckReason.Failed, LastingFailureKind.Unreadable), (stuck.Id, stuck.Reason, stuck.Failure));

        await ReplaceJsonAsync(app, id, whole);
        await app.Get<Orchestrations>()
            .RestoreAsync(app.Simulation.Client, await app.ReadAsync(id), async _ => await app.ReadAsync(id), CancellationToken.None);

        await app.NowAsync(id, ApplicationStatus.Published);
    }

    /// <summary>Replaces the row's JSON and returns the previous one.</summary>
    private static async Task<string> ReplaceJsonAsync(SimulatedApp app, ApplicationId id, string json)
    {
        var table = app.Get<TableServiceClient>().GetTableClient(StorageNames.ApplicationsTable);
        TableEntity row = await table.GetEntityAsync<TableEntity>($"{id}", ApplicationRows.Application);
        var before = row.GetString("Json0");
        row["Json0"] = json;
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
        return before;
    }
}
