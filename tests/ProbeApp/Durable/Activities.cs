using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.ProbeApp.Durable;

/// <summary>Activities in a class with injected dependencies, as in a real app.</summary>
public sealed class Activities(Journal journal)
{
    private static readonly ConcurrentDictionary<string, int> Tries = new();

    /// <summary>Returns a greeting and the instance's id.</summary>
    [Function(nameof(Greet))]
    public string Greet([ActivityTrigger] string name, string instanceId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        journal.Write($"greeted {name} for {instanceId}");
        return $"Kia ora {name}";
    }

    /// <summary>Fails as often as the input says, and then returns the number of tries.</summary>
    [Function(nameof(FailAtFirst))]
    public static int FailAtFirst([ActivityTrigger] int failures, string instanceId)
    {
        var tries = Tries.AddOrUpdate(instanceId, 1, (_, before) => before + 1);
        return tries > failures ? tries : throw new CustomFault($"failure {tries}", new ArgumentException("inner"));
    }

    /// <summary>Takes this many seconds, and notes its beginning and its end.</summary>
    [Function(nameof(WorkFor))]
    public async Task<string> WorkFor([ActivityTrigger] int seconds, string instanceId)
    {
        journal.Write($"{instanceId} works");
        await Task.Delay(TimeSpan.FromSeconds(seconds), CancellationToken.None);
        journal.Write($"{instanceId} has worked");
        return "worked";
    }
}
