using Azure.Data.Tables;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;

namespace MicroCred.App.Tests.Operation;

/// <summary>The nightly repair, run on request during the day.</summary>
public sealed class RepairTests
{
    [Fact]
    public async Task A_lost_line_comes_back_a_wrong_one_goes_and_an_orchestration_that_ended_runs_again()
    {
        await using var app = await RunningApp.StartAsync();
        (var id, var task) = await app.InReviewAsync();
        TableClient underway = new(app.ConnectionString, StorageNames.UnderwayTable);
        var right = WorklistRows.ByStatus(ApplicationStatus.InReview, id);
        TableEntity line = await underway.GetEntityAsync<TableEntity>(WorklistRows.Underway, right);
        await underway.DeleteEntityAsync(line);
        line.RowKey = WorklistRows.ByStatus(ApplicationStatus.Returned, id);
        await underway.AddEntityAsync(line);
        await app.Engine.TerminateAsync(id, "A test.");

        var repaired = await app.ToldAsync(HttpMethod.Post, "repair", new { reason = "A test." });

        Assert.Equal((1, 1, 0), ((int)repaired["applications"]!, (int)repaired["wrongLines"]!, (int)repaired["failed"]!));
        Assert.True((await underway.GetEntityIfExistsAsync<TableEntity>(WorklistRows.Underway, right)).HasValue, "The line is still lost.");
        Assert.False(
            (await underway.GetEntityIfExistsAsync<TableEntity>(WorklistRows.Underway, line.RowKey)).HasValue,
            "The wrong line is still there."
        );
        await app.GoesOnToTheRegisterAsync(id, task);
    }

    [Fact]
    public async Task One_that_cannot_be_mended_holds_up_no_other()
    {
        await using var app = await RunningApp.StartAsync();
        List<(ApplicationId Id, EvaluationTask Task)> both = [await app.InReviewAsync(), await app.InReviewAsync()];
        foreach ((var id, _) in both)
        {
            await app.Engine.TerminateAsync(id, "A test.");
        }

        var broken = both.Min(one => one.Id.ToString())!;
        TableClient applications = new(app.ConnectionString, StorageNames.ApplicationsTable);
        TableEntity row = await applications.GetEntityAsync<TableEntity>(broken, ApplicationRows.Application);
        row["Json0"] = "{ this is not JSON";
        await applications.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
        var repaired = await app.ToldAsync(HttpMethod.Post, "repair", new { reason = "A test." });

        Assert.Equal((2, 1), ((int)repaired["applications"]!, (int)repaired["failed"]!));
        foreach ((var id, _) in both)
        {
            Assert.Equal(id.ToString() == broken ? "Ended" : null, await app.StuckForAsync(id));
        }
    }
}
