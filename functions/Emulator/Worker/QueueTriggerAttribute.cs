namespace MicroCred.Emulator.Worker;

/// <summary>Marks the parameter of a function that takes the messages of a storage queue.</summary>
/// <param name="queueName">The queue's name; <c>%SETTING%</c> in it is replaced by the setting's value.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class QueueTriggerAttribute(string queueName) : Attribute
{
    /// <summary>The queue's name.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>The setting that has the connection string, <c>AzureWebJobsStorage</c> when not given.</summary>
    public string? Connection { get; set; }
}
