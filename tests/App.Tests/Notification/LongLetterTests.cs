using System.Text;
using System.Text.Json;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using MicroCred.App.Evaluation;
using MicroCred.App.Notification;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Commands;
using MicroCred.Approval.Tests;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;

namespace MicroCred.App.Tests.Notification;

public sealed class LongLetterTests
{
    /// <summary>A message of the queue takes 64 KiB, and the reasons alone may come to more.</summary>
    [Theory]
    [InlineData('x', 10)]
    [InlineData('語', (int)TextLimit.LongText)]
    [InlineData('"', (int)TextLimit.LongText)]
    public async Task Reasons_of_any_length_are_in_the_letter(char letter, int length)
    {
        using AppInProcess app = await AppInProcess.Start();
        string reasons = new(letter, length);
        ApplicationId id = await app.Keep(AnApplication.WithoutFault.Evaluated());
        await app.Change(new Decide(TaskId.Create(id, 1), new(Decide.Outcome.Decline, reasons)), caller: Callers.Evaluator);
        Assert.Empty(await app.OutboxOf(id));

        QueueMessage message = Assert.Single((await app.Get<QueueServiceClient>().GetQueueClient(Names.NotificationsQueue).ReceiveMessagesAsync(32)).Value);
        PostBag post = new();
        await new SendNotification(app.Get<Letters>(), app.Applications, post, NullLogger<SendNotification>.Instance)
            .Run(JsonSerializer.Deserialize<Notice>(message.Body.ToString(), AppJson.Stored)!, CancellationToken.None);

        Assert.InRange(Encoding.UTF8.GetByteCount(message.Body.ToString()), 1, 48 * 1024);
        Assert.Contains(reasons, Assert.Single(post.Letters).TextBody, StringComparison.Ordinal);
    }

    private sealed class PostBag : IPostOffice
    {
        public List<MimeMessage> Letters { get; } = [];

        public Task Send(MimeMessage letter, CancellationToken cancel)
        {
            Letters.Add(letter);
            return Task.CompletedTask;
        }
    }
}
