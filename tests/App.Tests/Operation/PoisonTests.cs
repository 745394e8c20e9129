using System.Net;
using Azure.Storage.Queues;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Tests.Support;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.App.Tests.Operation;

/// <summary>A message that failed every try is listed, then put back and processed, or removed.</summary>
[Collection(SharedApp.Name)]
public sealed class PoisonTests(SharedApp shared)
{
    private const string AtOnce = "AzureFunctionsJobHost:extensions:queues:visibilityTimeout=00:00:00";

    /// <summary>
    /// The state left by a process that died: the message is back in its queue and not yet removed from the poison queue.
    /// </summary>
    private static readonly RequestName BeforeRemoving = new(StorageService.Queue, "DELETE", "notifications-poison/messages/*");

    private static readonly object Why = new { reason = "A test." };

    [Fact]
    public async Task A_letter_that_failed_five_times_is_set_aside_put_back_and_sent()
    {
        await using var app = await RunningApp.StartAsync(AtOnce);
        var id = await LetterSetAsideAsync(app);

        var aside = (await app.ToldAsync(HttpMethod.Get, "poison"))[0]!;
        var letter = Assert.Single(aside["messages"]!.AsArray())!;
        Assert.Equal("notifications", (string?)aside["queue"]);
        Assert.Equal(id.ToString(), (string?)letter["application"]);
        Assert.StartsWith("Assigned to evaluator-", (string?)letter["about"], StringComparison.Ordinal);

        File.Delete(app.Outbox);
        var put = await app.ToldAsync(HttpMethod.Post, "poison/notifications/redrive", Why);

        Assert.Equal(1, (int)put["count"]!);
        await app.LettersSentAsync(id, 1);
        Assert.Equal(0, await CountAsync(app));
    }

    [Fact]
    public async Task What_breaks_off_while_a_message_is_put_back_leaves_it_twice_and_loses_nothing()
    {
        var account = await SharedStorage.AccountOfItsOwnAsync();
        await using var proxy = await StorageProxy.StartAsync(account);
        await using var app = await RunningApp.StartOnAsync(proxy.ConnectionString, account, AtOnce);
        var id = await LetterSetAsideAsync(app);
        File.Delete(app.Outbox);
        proxy.Set(new Cut(BeforeRemoving, 1, CutKind.Before) { OfRetriesToo = true });

        (var status, _) = await app.AskAsync(HttpMethod.Post, "poison/notifications/redrive", Why);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        await app.LettersSentAsync(id, 1);
        Assert.Equal(1, await CountAsync(app));
    }

    [Fact]
    public async Task Messages_are_put_back_as_they_are_and_as_many_as_is_asked()
    {
        await using var app = await RunningApp.StartAsync(AtOnce);
        var aside = await AsideAsync(app);
        await aside.SendMessageAsync("this is neither Base64 nor JSON");
        await aside.SendMessageAsync("bm90IEpTT04=");

        var before = (await app.ToldAsync(HttpMethod.Get, "poison"))[0]!;
        var put = await app.ToldAsync(HttpMethod.Post, "poison/notifications/redrive", new { reason = "A test.", most = 1 });

        Assert.Equal(2, (int)before["count"]!);
        Assert.All(before["messages"]!.AsArray(), message => Assert.Null(message!["about"]));
        Assert.Equal(1, (int)put["count"]!);
        await Patience.UntilAsync(async () => await CountAsync(app) == 2, () => "The message wasn't tried and set aside again.");
        Assert.Equal(
            ["bm90IEpTT04=", "this is neither Base64 nor JSON"],
            (await aside.PeekMessagesAsync(32)).Value.Select(message => message.Body.ToString()).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task One_beyond_help_is_removed_and_the_others_stay()
    {
        var app = shared.App;
        var aside = await AsideAsync(app);
        foreach (var number in Enumerable.Range(1, 40))
        {
            await aside.SendMessageAsync($"{number}");
        }

        var last = (await aside.SendMessageAsync("beyond help")).Value.MessageId;

        (var unsaid, _) = await app.AskAsync(HttpMethod.Delete, $"poison/notifications/{last}");
        (var removed, _) = await app.AskAsync(HttpMethod.Delete, $"poison/notifications/{last}?reason=Not+ours");
        (var again, _) = await app.AskAsync(HttpMethod.Delete, $"poison/notifications/{last}?reason=Not+ours");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.NoContent, HttpStatusCode.NotFound), (unsaid, removed, again));
        Assert.Equal(40, (int)(await app.ToldAsync(HttpMethod.Get, "poison"))[0]!["count"]!);
        Assert.Equal(32, (await aside.PeekMessagesAsync(32)).Value.Length);
    }

    [Theory]
    [InlineData("notifications-poison")]
    [InlineData("microcred-control-00")]
    [InlineData("nothing")]
    public async Task Only_the_apps_own_queues_are_there(string queue)
    {
        var app = shared.App;

        Assert.Equal(HttpStatusCode.NotFound, (await app.AskAsync(HttpMethod.Post, $"poison/{queue}/redrive", Why)).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await app.AskAsync(HttpMethod.Delete, $"poison/{queue}/{Guid.NewGuid()}?reason=Why")).Status
        );
    }

    [Fact]
    public async Task A_scan_result_is_known_by_its_blob()
    {
        var app = shared.App;
        QueueClient aside = new(
            app.ConnectionString,
            StorageNames.PoisonOf(StorageNames.ScanResultsQueue),
            new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }
        );
        await aside.CreateIfNotExistsAsync();
        var id = Guid.NewGuid();
        await aside.SendMessageAsync($$"""{ "data": { "blobUri": "https://account.blob.core.windows.net/documents/{{id}}/abc" } }""");

        var message = (await app.ToldAsync(HttpMethod.Get, "poison"))[1]!["messages"]![0]!;

        Assert.Equal((id.ToString(), "Scan of abc"), ((string?)message["application"], (string?)message["about"]));
    }

    [Fact]
    public async Task A_letter_is_sent_again_from_what_is_kept_of_it()
    {
        var app = shared.App;
        (var id, _) = await app.InReviewAsync();
        await app.LettersSentAsync(id, 1);
        Directory.Delete(app.Outbox, recursive: true);
        var letter = (string)(await app.ToldAsync(HttpMethod.Get, $"applications/{id}"))["letters"]![0]!["id"]!;

        await app.ToldAsync(HttpMethod.Post, $"applications/{id}/letters", new { letter, reason = "It went to an old address." });

        await app.LettersSentAsync(id, 1);
        (var other, _) = await app.AskAsync(
            HttpMethod.Post,
            $"applications/{id}/letters",
            new { letter = $"{letter}0", reason = "None such." }
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other);
    }

    /// <summary>The letter to the evaluator fails as long as a file is in place of the folder for letters.</summary>
    private static async Task<ApplicationId> LetterSetAsideAsync(RunningApp app)
    {
        await File.WriteAllTextAsync(app.Outbox, "In the way.");
        (var id, _) = await app.InReviewAsync();
        await Patience.UntilAsync(async () => await CountAsync(app) == 1, () => "The letter isn't set aside.");
        return id;
    }

    private static async Task<int> CountAsync(RunningApp app) => (int)(await app.ToldAsync(HttpMethod.Get, "poison"))[0]!["count"]!;

    private static async Task<QueueClient> AsideAsync(RunningApp app)
    {
        QueueClient aside = new(app.ConnectionString, StorageNames.PoisonOf(StorageNames.NotificationsQueue));
        await aside.CreateIfNotExistsAsync();
        return aside;
    }
}
