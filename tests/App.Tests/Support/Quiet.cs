using Azure.Data.Tables;
using Azure.Storage.Queues;
using MicroCred.App.Storage;
using MicroCred.Emulator.Durable.Stores;

namespace MicroCred.App.Tests.Support;

/// <summary>Knowing when the app has done all that it will for an application, without asking it.</summary>
internal static class Quiet
{
    /// <summary>Waits until so many letters about an application have been sent, and none is waiting.</summary>
    public static Task LettersSent(this RunningApp app, ApplicationId id, int count)
    {
        QueueClient waiting = new(app.ConnectionString, Names.NotificationsQueue);
        return Patience.Until(
            async () => Directory.Exists(app.Outbox)
                && Directory.GetFiles(app.Outbox, $"{id}-*.eml").Length == count
                && (await waiting.GetPropertiesAsync()).Value.ApproximateMessagesCount == 0,
            () => $"Application {id} hasn't led to {count} letters.");
    }

    /// <summary>Waits until an application's orchestration has ended.</summary>
    public static Task OrchestrationEnded(this RunningApp app, ApplicationId id)
    {
        TableInstanceStore instances = new(new TableServiceClient(app.ConnectionString), "MicroCred");
        return Patience.Until(
            async () => await instances.ReadAsync(id.ToString(), withPayloads: false, default) is { HasEnded: true },
            () => $"The orchestration of application {id} hasn't ended.");
    }
}
