using System.Text.Json.Nodes;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Operation;

/// <summary>The trace links between an application's operations, as Application Insights receives them. [docs/decisions/0009]</summary>
public sealed class TraceTests
{
    private const string Key = "11111111-2222-3333-4444-555555555555";

    [Fact]
    public async Task The_systems_steps_are_of_the_submissions_trace_and_what_people_do_later_links_to_it()
    {
        await using var ingestion = await Collector.StartAsync();
        var id = await PlayAsync($"APPLICATIONINSIGHTS_CONNECTION_STRING=InstrumentationKey={Key};IngestionEndpoint={ingestion.Address}/");

        var trace = Single(ingestion, id, "SubmitApplication").Trace;
        Assert.All(["Validate", "Publish"], step => Assert.Equal(trace, Single(ingestion, id, step).Trace));
        var decision = Single(ingestion, id, "Decide");
        Assert.NotEqual(trace, decision.Trace);
        Assert.Contains(trace, decision.Links, StringComparison.Ordinal);
        Assert.All(Of(ingestion, id, "SendNotification"), letter => Assert.Contains(trace, letter.Links, StringComparison.Ordinal));
    }

    private static async Task<ApplicationId> PlayAsync(string setting)
    {
        await using var app = await RunningApp.StartAsync(setting);
        var id = await app.SubmittedAsync(AnApplication.WithoutFault);
        var inReview = await app.UntilAsync(id, application => application.Status == ApplicationStatus.InReview);
        var task = inReview.Tasks.Single();
        await app.FindAllMetAsync(task);
        await app.DecideAsync(task, "Approve");
        await app.UntilAsync(id, application => application.Status == ApplicationStatus.Published);
        await app.LettersSentAsync(id, 2);
        return id;
    }

    private static Span Single(Collector ingestion, ApplicationId id, string name) =>
        Of(ingestion, id, name) is [var only]
            ? only
            : throw new InvalidOperationException($"There isn't one span {name} of {id}:\n{ingestion.At("/v2.1/track")}");

    private static IReadOnlyList<Span> Of(Collector ingestion, ApplicationId id, string name) =>
        [
            .. ingestion
                .At("/v2.1/track")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(line => line.StartsWith('{'))
                .Select(line => JsonNode.Parse(line)!)
                .Where(item => (string?)item["data"]?["baseType"] is "RequestData" or "RemoteDependencyData")
                .Select(item => new Span(
                    (string?)item["data"]!["baseData"]!["name"] ?? "",
                    (string)item["tags"]!["ai.operation.id"]!,
                    (string?)item["data"]!["baseData"]!["properties"]?["_MS.links"] ?? "",
                    (string?)item["data"]!["baseData"]!["properties"]?["microcred.application.id"]
                ))
                .Where(span => span.Application == $"{id}" && span.Name.Split(' ')[^1] == name),
        ];

    private sealed record Span(string Name, string Trace, string Links, string? Application);
}
