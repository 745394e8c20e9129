using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace MicroCred.Emulator.Queues;

/// <summary><c>extensions.queues</c> of host.json.</summary>
internal sealed record QueueOptions
{
    /// <summary>The longest time between two looks into a queue that was empty.</summary>
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long after a failed try a message is tried again.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.Zero;

    /// <summary>How many messages are fetched at once, and worked on at the same time.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>How often a message is tried before it goes to the poison queue.</summary>
    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>With how many still in work the next are fetched; half of <see cref="BatchSize"/> when not given.</summary>
    public int? NewBatchThreshold { get; init; }

    /// <summary>Whether messages are text or the Base64 of it.</summary>
    public QueueMessageEncoding MessageEncoding { get; init; } = QueueMessageEncoding.Base64;

    public static QueueOptions From(IConfiguration hostJson) => hostJson.GetSection("extensions:queues").Get<QueueOptions>() ?? new QueueOptions();
}
