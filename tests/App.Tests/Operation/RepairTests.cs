using System.Text.Json.Nodes;
using Azure.Data.Tables;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;

namespace MicroCred.App.Tests.Operation;

/// <summary>The nightly repair, asked for by day.</summary>
public sealed class RepairTests
{
    [Fact]
    public async Task A_lost_line_comes_back_a_wrong_one_goes_and_an_orchestration_that_ended_runs_again()
    {
        await using RunningApp app = await RunningApp.Start();
        (ApplicationId id, EvaluationTask task) = await app.InReview();
        TableClient underway = new(app.ConnectionString, Names.UnderwayTable);
        string right = WorklistRows.ByStatus(ApplicationStatus.InReview, id);
        TableEntity line = await underway.GetEntityAsync<TableEntity>(WorklistRows.Underway, right);
        await underway.DeleteEntityAsync(line);
        line.RowKey = WorklistRows.ByStatus(ApplicationStatus.Returned, id);
        await underway.AddEntityAsync(line);
        await app.Engine().TerminateInstanceAsync(id.ToString());
        await app.Engine().WaitForInstanceCompletionAsync(id.ToString());

        JsonNode repaired = await app.Told(HttpMethod.Post, "repair", new { reason = "A test." });

        Assert.Equal((1, 1), ((int)repaired["applications"]!, (int)repaired["wrongLines"]!));
        Assert.True((await underway.GetEntityIfExistsAsync<TableEntity>(WorklistRows.Underway, right)).HasValue, "The line is still lost.");
        Assert.False((await underway.GetEntityIfExistsAsync<TableEntity>(WorklistRows.Underway, line.RowKey)).HasValue, "The wrong line is still there.");
        await app.GoesOnToTheRegister(id, task);
    }
}
