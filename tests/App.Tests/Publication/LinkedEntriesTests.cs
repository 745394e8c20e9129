using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using MicroCred.App.Commands;
using MicroCred.App.Pipeline;
using MicroCred.App.Publication;
using MicroCred.App.Reconciliation;
using MicroCred.App.Register;
using MicroCred.App.Serialization;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Commands;
using MicroCred.App.Validation;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Publication;

/// <summary>Entries whose pathways name others, and what those show of it.</summary>
public sealed class LinkedEntriesTests : IAsyncLifetime, IDisposable
{
    private AppInProcess _app = null!;

    public async Task InitializeAsync() => _app = await AppInProcess.StartAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_pathway_has_its_targets_title_and_the_target_shows_who_links_to_it()
    {
        var target = await PublishedAsync("Ignition");

        var source = await PublishedAsync(
            "Accelerate",
            new(PathwayKind.Follows, target, "What they call it"),
            new(PathwayKind.LeadsTo, Name: "A trade")
        );

        Assert.Equal(
            $$"""[{"kind":"Follows","registerNumber":{{target}},"name":"Ignition"},{"kind":"LeadsTo","name":"A trade"}]""",
            (await JsonAsync(source))["pathways"]!.ToJsonString()
        );
        Assert.Equal([new(PathwayKind.Follows, source, "Accelerate")], await LinksAsync(target));
        Assert.Contains(
            $"""<a class="govuk-link" href="/register/{source}">""",
            (await _app.Get<Listings>().ReadAsync(target, RegisterFile.Html, default))!.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_repeat_of_a_publication_that_was_killed_before_it_reached_the_target_links_it_once()
    {
        var target = await PublishedAsync("Ignition");
        var unlinked = await JsonAsync(target);
        var id = await _app.KeepAsync(Approved("Accelerate", new PathwayContent(PathwayKind.Follows, target)));
        await PublishAsync(id);
        await FileOf(target).UploadAsync(BinaryData.FromString(unlinked.ToJsonString()), overwrite: true);

        await PublishAsync(id);
        await PublishAsync(id);

        Assert.Equal([new(PathwayKind.Follows, await NumberOfAsync(id), "Accelerate")], await LinksAsync(target));
    }

    [Fact]
    public async Task A_link_that_nobody_repeats_is_written_by_repair()
    {
        var target = await PublishedAsync("Ignition");
        var unlinked = await JsonAsync(target);
        var source = await PublishedAsync("Accelerate", new PathwayContent(PathwayKind.Follows, target));
        await FileOf(target).UploadAsync(BinaryData.FromString(unlinked.ToJsonString()), overwrite: true);

        Assert.Equal(1, (await _app.Get<Reconcile>().MendAsync(_app.Orchestrations, default)).Relisted);

        Assert.Equal([new(PathwayKind.Follows, source, "Accelerate")], await LinksAsync(target));
        Assert.Equal(0, (await _app.Get<Reconcile>().MendAsync(_app.Orchestrations, default)).Relisted);
    }

    [Fact]
    public async Task Of_many_that_link_to_one_at_once_while_its_status_changes_nothing_is_lost()
    {
        var targetId = await _app.KeepAsync(Approved("Ignition"));
        await PublishAsync(targetId);
        var target = await NumberOfAsync(targetId);

        var sources = Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(number => PublishedAsync($"Part {number}", new PathwayContent(PathwayKind.CountsTowards, target)))
        );
        await ChangeAsync(targetId, target, RegisterStatus.Expiring);

        Assert.Equal((await sources).Order(), (await LinksAsync(target)).Select(link => link.RegisterNumber!.Value));
        Assert.Equal("Expiring", (string?)(await JsonAsync(target))["status"]);
        Assert.Equal(0, (await _app.Get<Reconcile>().MendAsync(_app.Orchestrations, default)).Relisted);
    }

    [Fact]
    public async Task One_that_was_listed_by_mistake_links_to_nothing()
    {
        var target = await PublishedAsync("Ignition");
        var id = await _app.KeepAsync(Approved("Accelerate", new PathwayContent(PathwayKind.Follows, target)));
        await PublishAsync(id);

        await ChangeAsync(id, await NumberOfAsync(id), RegisterStatus.ListedByMistake);

        Assert.Empty(await LinksAsync(target));
    }

    [Fact]
    public async Task Every_process_lists_a_target_with_its_links()
    {
        var target = await PublishedAsync("Ignition");
        using RegisterIndex another = new(_app.Get<RegisterLog>(), indexed: null, _app.Clock);
        Assert.Empty(another.Linked(Assert.Single(await another.AllAsync(default))).LinkedFrom);

        var source = await PublishedAsync("Accelerate", new PathwayContent(PathwayKind.Follows, target));

        _app.Clock.Now += TimeSpan.FromSeconds(3);
        Assert.Equal([new(PathwayKind.Follows, source, "Accelerate")], another.Linked((await another.AllAsync(default))[0]).LinkedFrom);
    }

    [Fact]
    public async Task Validation_knows_the_target_and_all_that_counts_towards_it()
    {
        var target = await PublishedAsync("Paper");
        await PublishedAsync("First", new PathwayContent(PathwayKind.CountsTowards, target));
        await PublishedAsync("Second", new PathwayContent(PathwayKind.CountsTowards, target));
        await PublishedAsync("Third", new PathwayContent(PathwayKind.Follows, target));
        var mistaken = await _app.KeepAsync(Approved("By mistake"));
        await PublishAsync(mistaken);
        await ChangeAsync(mistaken, await NumberOfAsync(mistaken), RegisterStatus.ListedByMistake);

        var application = Approved(
            "Fourth",
            new(PathwayKind.CountsTowards, target),
            new(PathwayKind.Follows, target),
            new(PathwayKind.Follows, await NumberOfAsync(mistaken)),
            new(PathwayKind.Follows, 999)
        );
        var submission = await _app.Get<SubmissionReader>().ReadAsync(application, readsDocuments: false, default);

        Assert.Equal([new PathwayTarget(target, "Paper", Credits: 20, CreditsCounted: 40)], submission.Register.Targets);
    }

    private static Application Approved(string title, params PathwayContent[] pathways) =>
        AnApplication.WithoutFault.With(content => content with { Title = title, Pathways = pathways }).Approved();

    private async Task<int> PublishedAsync(string title, params PathwayContent[] pathways)
    {
        var id = await _app.KeepAsync(Approved(title, pathways));
        await PublishAsync(id);
        return await NumberOfAsync(id);
    }

    private async Task PublishAsync(ApplicationId id) =>
        await _app.Function<Publish>().RunAsync(new ActivityInput(id, (await _app.ReadAsync(id)).Revision, null), default);

    private async Task ChangeAsync(ApplicationId id, int number, RegisterStatus status) =>
        Assert.IsType<CommandResult.Done>(
            await _app.ChangeAsync(new ChangeEntryStatus(id, number, Code: null, new(status, "For the test.")), caller: Callers.Registrar)
        );

    private async Task<int> NumberOfAsync(ApplicationId id) => (await _app.ReadAsync(id)).Registration!.Number;

    private async Task<IReadOnlyList<PathwayContent>> LinksAsync(int number) =>
        (await JsonAsync(number))["linkedFrom"].Deserialize<IReadOnlyList<PathwayContent>>(AppJson.Api)!;

    private async Task<JsonObject> JsonAsync(int number) =>
        JsonNode.Parse((await FileOf(number).DownloadContentAsync()).Value.Content)!.AsObject();

    private BlobClient FileOf(int number) =>
        _app.Get<BlobServiceClient>().GetBlobContainerClient(StorageNames.RegisterContainer).GetBlobClient($"{number}.json");
}
