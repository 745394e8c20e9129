using System.Net;
using System.Text.Json.Nodes;
using MicroCred.Demo.Playing;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Applications;

/// <summary>An application that a test made, as its owner and everybody else sees it.</summary>
internal sealed class TestApplication(RunningInstance instance, string owner, string id)
{
    private static readonly Patience Patience = new(TimeSpan.FromSeconds(30));
    private static readonly Patience ForLists = new(TimeSpan.FromSeconds(10));

    public string Id => id;

    public string Path => $"api/applications/{id}";

    public Caller Owner => instance.As(owner);

    public async Task<Answer> ReadAsync() => (await Owner.GetAsync(Path)).Is(HttpStatusCode.OK);

    public async Task<string> StatusAsync() => (string)(await ReadAsync()).Json["status"]!;

    public async Task<string> ETagAsync() => (await ReadAsync()).ETag;

    public async Task<JsonNode> TimelineAsync() => (await Owner.GetAsync($"{Path}/timeline")).Is(HttpStatusCode.OK).Json;

    /// <summary>
    /// Waits until it has one of the statuses, and gives it as it is then. Where that is Published, the lists have its entry, too, as they
    /// must within ten seconds.
    /// </summary>
    public async Task<JsonNode> UntilAsync(params string[] statuses)
    {
        var reached = await Patience.UntilAsync(
            async () =>
                (await ReadAsync()).Json is var application && statuses.Contains((string?)application["status"]) ? application : null,
            async () => $"it should become {string.Join(" or ", statuses)}, but is {await ReadAsync()}, {await TimelineAsync()}",
            CancellationToken.None
        );
        if ((string?)reached["status"] == "Published" && (string?)reached["microCredential"]?["title"] is { } title)
        {
            await UntilListsHaveAsync((int)reached["registerNumber"]!, title);
        }

        return reached;
    }

    /// <summary>Every task that it has, as the registrar sees them; a draft isn't theirs to see.</summary>
    public async Task<JsonArray> TasksAsync() =>
        await instance.As("registrar").GetAsync($"api/tasks?application={id}") switch
        {
            { Status: HttpStatusCode.NotFound } => [],
            var answer => answer.Is(HttpStatusCode.OK).Json["items"]!.AsArray(),
        };

    /// <summary>Waits for its open task of a kind, with somebody to do it.</summary>
    public async Task<TestTask> TaskAsync(string kind = "Evaluation") =>
        new(
            instance,
            await Patience.UntilAsync(
                async () =>
                    (await TasksAsync()).FirstOrDefault(task =>
                        (string?)task!["kind"] == kind && (string?)task["status"] == "Open" && task["assignee"] is not null
                    ),
                async () => $"an open {kind} task should come: {await TasksAsync()}",
                CancellationToken.None
            )
        );

    /// <summary>Does what must change nothing, and sees that nothing did.</summary>
    public async Task StaysAsItIsAsync(Func<Task> act)
    {
        var before = await SnapshotAsync();
        await act();
        Assert.Equal(before, await SnapshotAsync());
    }

    private async Task UntilListsHaveAsync(int number, string title)
    {
        var search = $"api/register?q={Uri.EscapeDataString(title)}";
        await ForLists.UntilAsync(
            async () =>
                (await instance.Anyone.GetAsync(search)).Is(HttpStatusCode.OK).Json["items"]!
                    .AsArray()
                    .FirstOrDefault(entry => (int?)entry!["number"] == number),
            () => Task.FromResult($"/{search} should find number {number}."),
            CancellationToken.None
        );
    }

    private async Task<string> SnapshotAsync()
    {
        var application = await ReadAsync();
        return $"{application.ETag}\n{application.Text}\n{await TimelineAsync()}\n{await TasksAsync()}";
    }
}
