using System.Text;
using System.Text.Json;
using Azure.Storage.Queues;
using MicroCred.App.Evaluation;
using MicroCred.App.Notification;
using MicroCred.App.Serialization;
using MicroCred.App.Storage;
using MicroCred.App.Submission;
using MicroCred.App.Tests.Commands;
using MicroCred.Approval.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace MicroCred.App.Tests.Notification;

public sealed class LongLetterTests
{
    /// <summary>A queue message can have 64 KiB, and the reasons alone may be longer.</summary>
    [Theory]
    [InlineData('x', 10)]
    [InlineData('語', (int)TextLimit.LongText)]
    [InlineData('"', (int)TextLimit.LongText)]
    public async Task Reasons_of_any_length_are_in_the_letter_and_not_in_the_queue(char letter, int length)
    {
        using var app = await AppInProcess.StartAsync();
        string reasons = new(letter, length);
        var id = await app.KeepAsync(AnApplication.WithoutFault.UnderSecondReview(DecisionOutcome.Decline).FoundBy(People.OtherEvaluator));
        await app.ChangeAsync(new Decide(TaskId.Create(id, 2), new(TaskOutcome.Decline, reasons)), caller: Callers.OtherEvaluator);
        Assert.Empty(await app.OutboxOfAsync(id));

        var message = await QueuedAsync(app);
        var post = await SendAsync(app, message);

        Assert.InRange(Encoding.UTF8.GetByteCount(message), 1, 1024);
        Assert.DoesNotContain(AnApplication.WithoutFault.Content.MicroCredential!.Title!, message, StringComparison.Ordinal);
        var sent = Assert.Single(post.Letters);
        Assert.Contains(reasons, sent.TextBody, StringComparison.Ordinal);
        Assert.Contains(AnApplication.WithoutFault.Content.MicroCredential!.Title!, sent.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_from_before_texts_were_limited_doesnt_stop_what_follows()
    {
        using var app = await AppInProcess.StartAsync();
        var id = await app.KeepAsync(AnApplication.WithoutFault.With(content => content with { Title = new('x', 60_000) }).InReview());

        await app.ChangeAsync(new WithdrawApplication(id, new("We changed our plans.")));

        Assert.Empty(await app.OutboxOfAsync(id));
        Assert.Single((await SendAsync(app, await QueuedAsync(app))).Letters);
    }

    [Fact]
    public async Task What_was_told_of_a_draft_that_is_deleted_is_told_to_nobody()
    {
        using var app = await AppInProcess.StartAsync();
        var id = await app.KeepAsync(AnApplication.WithoutFault.InReview());

        var post = await SendAsync(
            app,
            JsonSerializer.Serialize(new QueuedNotice($"{id}-9-9001", id, "Lapsed", "9001", 9), AppJson.Stored)
        );

        Assert.Empty(post.Letters);
    }

    private static async Task<string> QueuedAsync(AppInProcess app)
    {
        var message = Assert.Single(
            (await app.Get<QueueServiceClient>().GetQueueClient(StorageNames.NotificationsQueue).ReceiveMessagesAsync(32)).Value
        );
        return message.Body.ToString();
    }

    private static async Task<PostBag> SendAsync(AppInProcess app, string message)
    {
        PostBag post = new();
        await new SendNotification(
            app.Get<Letters>(),
            app.Get<Recipients>(),
            app.Get<Digests>(),
            app.Applications,
            post,
            app.Clock,
            NullLogger<SendNotification>.Instance
        ).RunAsync(JsonSerializer.Deserialize<QueuedNotice>(message, AppJson.Stored)!, CancellationToken.None);
        return post;
    }
}
