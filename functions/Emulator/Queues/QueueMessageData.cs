using System.Globalization;
using Azure.Storage.Queues.Models;

namespace MicroCred.Emulator.Queues;

/// <summary>What a queue trigger says about a message besides its content; texts all, as the real worker gets them.</summary>
internal static class QueueMessageData
{
    public static IReadOnlyDictionary<string, object?> Of(QueueMessage message, string text) => new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
    {
        ["QueueTrigger"] = text,
        ["Id"] = message.MessageId,
        ["PopReceipt"] = message.PopReceipt,
        ["DequeueCount"] = message.DequeueCount.ToString(CultureInfo.InvariantCulture),
        ["InsertionTime"] = message.InsertedOn?.ToString("O", CultureInfo.InvariantCulture),
        ["ExpirationTime"] = message.ExpiresOn?.ToString("O", CultureInfo.InvariantCulture),
        ["NextVisibleTime"] = message.NextVisibleOn?.ToString("O", CultureInfo.InvariantCulture),
    };
}
