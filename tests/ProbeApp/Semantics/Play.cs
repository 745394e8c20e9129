using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace MicroCred.ProbeApp.Semantics;

/// <summary>The means to play a scenario: an engine's client and its time.</summary>
/// <param name="client">The client.</param>
/// <param name="time">The engine's clock.</param>
/// <param name="pause">Lets time pass.</param>
public sealed class Play(DurableTaskClient client, TimeProvider time, Func<TimeSpan, Task> pause)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    public DurableTaskClient Client => client;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>An unused instance id.</summary>
    public static string NewId() => Guid.NewGuid().ToString("N");

    /// <summary>An instance as a text: status, output, and custom status where there is one.</summary>
    public static string TextOf(OrchestrationMetadata? instance)
    {
        if (instance is null)
        {
            return "nothing";
        }

        var output = instance.SerializedOutput?.Replace("\\u0027", "'", StringComparison.Ordinal) ?? "null";
        return $"{instance.RuntimeStatus} {output}"
            + (instance.SerializedCustomStatus is null or "null" ? "" : $" status {instance.SerializedCustomStatus}");
    }

    /// <summary>The thrown exception as a text without ids.</summary>
    public static async Task<string> RefusalAsync(string id, Func<Task> act)
    {
        try
        {
            await act();
            return "done";
        }
        catch (Exception refusal)
        {
            return $"{refusal.GetType().Name} {refusal.Message.Replace(id, "<id>", StringComparison.Ordinal)}";
        }
    }

    /// <summary>Starts an orchestration.</summary>
    /// <returns>The instance's id.</returns>
    public Task<string> StartAsync(string orchestrator, object? input = null, string? id = null) =>
        client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(id));

    /// <summary>Runs an orchestration to its end, and returns it as a text.</summary>
    public async Task<string> RunAsync(string orchestrator, object? input = null) => await EndAsync(await StartAsync(orchestrator, input));

    /// <summary>Waits until an orchestration has ended, and returns it as a text.</summary>
    public async Task<string> EndAsync(string id) => TextOf(await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true));

    /// <summary>The current instance as a text.</summary>
    public async Task<string> NowAsync(string id) => TextOf(await client.GetInstanceAsync(id, getInputsAndOutputs: true));

    /// <summary>Waits until an orchestration meets a condition.</summary>
    public async Task UntilAsync(string id, Func<OrchestrationMetadata, bool> reached)
    {
        while (await client.GetInstanceAsync(id, getInputsAndOutputs: true) is not { } instance || !reached(instance))
        {
            await pause(Glance);
        }
    }

    /// <summary>Waits until an orchestration has this custom status.</summary>
    public Task UntilStatusAsync(string id, string status) =>
        UntilAsync(id, instance => instance.SerializedCustomStatus is { } text && text.Contains(status, StringComparison.Ordinal));

    /// <summary>Lets time pass.</summary>
    public Task PauseAsync(double seconds) => pause(TimeSpan.FromSeconds(seconds));
}
