using MicroCred.App.Pipeline;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Tests.Commands;

/// <summary>A fake of the engine's client for commands: records requests and runs nothing.</summary>
internal class RecordedOrchestrations() : DurableTaskClient("tests")
{
    private readonly List<(string Instance, Position Position)> _started = [];
    private readonly List<(string Instance, Position Position)> _told = [];
    private readonly List<string> _instances = [];

    /// <summary>Whether the engine is unavailable.</summary>
    public bool IsAway { get; set; }

    /// <summary>The ids of all orchestrations that were started, in order.</summary>
    public IReadOnlyList<string> Instances
    {
        get
        {
            lock (_instances)
            {
                return [.. _instances];
            }
        }
    }

    /// <summary>The applications' positions when their orchestrations were started.</summary>
    public IEnumerable<Position> StartedOf(ApplicationId id) => Of(_started, id);

    /// <summary>The positions that applications' orchestrations were told.</summary>
    public IEnumerable<Position> ToldOf(ApplicationId id) => Of(_told, id);

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        Demand();
        lock (_instances)
        {
            _instances.Add(options!.InstanceId!);
        }

        if (input is Position)
        {
            Note(_started, options.InstanceId!, input);
        }

        return Task.FromResult(options.InstanceId!);
    }

    public override Task RaiseEventAsync(
        string instanceId,
        string eventName,
        object? eventPayload = null,
        CancellationToken cancellationToken = default
    )
    {
        Note(_told, instanceId, eventPayload);
        return Task.CompletedTask;
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellationToken = default
    ) => Task.FromResult<OrchestrationMetadata?>(null);

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        throw new NotSupportedException();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Note(List<(string Instance, Position Position)> notes, string instance, object? position)
    {
        Demand();
        lock (notes)
        {
            notes.Add((instance, (Position)position!));
        }
    }

    private void Demand()
    {
        if (IsAway)
        {
            throw new IOException("The engine is away.");
        }
    }

    private static IEnumerable<Position> Of(List<(string Instance, Position Position)> notes, ApplicationId id)
    {
        lock (notes)
        {
            return
            [
                .. notes.Where(note => note.Instance.StartsWith(id.ToString(), StringComparison.Ordinal)).Select(note => note.Position),
            ];
        }
    }
}
