using DurableTask.Core;
using DurableTask.Core.History;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using OrchestrationAlreadyExistsException = DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException;
using Page = Microsoft.DurableTask.Page<Microsoft.DurableTask.Client.OrchestrationMetadata>;
using PurgeResult = Microsoft.DurableTask.Client.PurgeResult;

namespace MicroCred.Simulation.Engine;

/// <summary>
/// A simulation's client. A message to an instance is on its way when the call returns; before a read, all due work is done. It refuses
/// what the real client with the Functions extension refuses, with the same messages.
/// </summary>
internal sealed class SimulatedClient(VirtualEngine simulation, Hub hub, DataConverter converter) : DurableTaskClient("Simulation")
{
    private static readonly OrchestrationRuntimeStatus[] UnderWay =
    [
        OrchestrationRuntimeStatus.Pending,
        OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Suspended,
    ];

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var id = options?.InstanceId ?? hub.NewId();
        var refusing = (options?.DedupeStatuses?.Select(Enum.Parse<OrchestrationRuntimeStatus>) ?? []).Union(UnderWay).ToHashSet();
        await simulation.SettleAsync();
        return Start(orchestratorName.Name, id, converter.Serialize(input), options, existing => refusing.Contains(StatusOf(existing)))
            ? id
            : throw new OrchestrationAlreadyExistsException($"An Orchestration instance with the ID {id} already exists.");
    }

    public override Task RaiseEventAsync(
        string instanceId,
        string eventName,
        object? eventPayload = null,
        CancellationToken cancellationToken = default
    )
    {
        if (Existing(instanceId, "").HasEnded)
        {
            throw Refused(StatusCode.FailedPrecondition, "The orchestration instance with the provided instance id is not running.");
        }

        Tell(instanceId, new EventRaisedEvent(-1, converter.Serialize(eventPayload)) { Name = eventName });
        return Task.CompletedTask;
    }

    public override Task TerminateInstanceAsync(
        string instanceId,
        TerminateInstanceOptions? options = null,
        CancellationToken cancellationToken = default
    ) => ControlAsync("terminate", instanceId, UnderWay, new ExecutionTerminatedEvent(-1, converter.Serialize(options?.Output)));

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default) =>
        ControlAsync("suspend", instanceId, UnderWay, new ExecutionSuspendedEvent(-1, reason));

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default) =>
        ControlAsync("resume", instanceId, [OrchestrationRuntimeStatus.Suspended], new ExecutionResumedEvent(-1, reason));

    public override async Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellationToken = default
    )
    {
        await simulation.SettleAsync();
        return hub.Find(instanceId) is { } found ? MetadataOf(found, getInputsAndOutputs) : null;
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        Pageable.Create(
            async (_, _, _) =>
            {
                await simulation.SettleAsync();
                var found =
                    from instance in hub.Instances()
                    let metadata = MetadataOf(instance, filter?.FetchInputsAndOutputs ?? false)
                    where
                        Fits(metadata, filter?.CreatedFrom, filter?.CreatedTo, filter?.Statuses)
                        && metadata.InstanceId.StartsWith(filter?.InstanceIdPrefix ?? "", StringComparison.Ordinal)
                    orderby metadata.InstanceId
                    select metadata;
                return new Page([.. found], continuationToken: null);
            }
        );

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellationToken = default
    ) => WaitAsync(instanceId, getInputsAndOutputs, "start", status => status != OrchestrationRuntimeStatus.Pending);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellationToken = default
    ) => WaitAsync(instanceId, getInputsAndOutputs, "end", status => !UnderWay.Contains(status));

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId,
        PurgeInstanceOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        await simulation.SettleAsync();
        if (hub.Find(instanceId) is { HasEnded: false } found)
        {
            throw new InvalidOperationException(
                "Only orchestrations in a terminal state can be purged, "
                    + $"but the orchestration with instance ID {instanceId} has status {StatusOf(found)}"
            );
        }

        return new PurgeResult(hub.Remove(instanceId) ? 1 : 0);
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter,
        PurgeInstanceOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        await simulation.SettleAsync();
        return new PurgeResult(
            hub.Instances()
                .Count(instance =>
                    instance.HasEnded
                    && Fits(MetadataOf(instance, false), filter.CreatedFrom, filter.CreatedTo, filter.Statuses)
                    && hub.Remove(instance.State.OrchestrationInstance.InstanceId)
                )
        );
    }

    public override async Task<string> RestartAsync(
        string instanceId,
        bool restartWithNewInstanceId = false,
        CancellationToken cancellationToken = default
    )
    {
        await simulation.SettleAsync();
        var found = hub.Find(instanceId)
            ?? throw new ArgumentException($"An orchestration with the instanceId {instanceId} was not found.");
        var id = restartWithNewInstanceId ? hub.NewId() : instanceId;
        return Start(found.State.Name, id, found.State.Input, options: null, existing => !existing.HasEnded)
            ? id
            : throw new InvalidOperationException($"An orchestration with the instanceId {instanceId} cannot be restarted.");
    }

    public override async Task<IList<HistoryEvent>> GetOrchestrationHistoryAsync(
        string instanceId,
        CancellationToken cancellationToken = default
    )
    {
        await simulation.SettleAsync();
        return
        [
            .. (
                hub.Find(instanceId) ?? throw new ArgumentException($"An orchestration with the instanceId {instanceId} was not found.")
            ).History,
        ];
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static OrchestrationRuntimeStatus StatusOf(Instance instance) => (OrchestrationRuntimeStatus)instance.State.OrchestrationStatus;

    private static bool Fits(
        OrchestrationMetadata metadata,
        DateTimeOffset? from,
        DateTimeOffset? to,
        IEnumerable<OrchestrationRuntimeStatus>? statuses
    ) =>
        metadata.CreatedAt >= (from ?? DateTimeOffset.MinValue)
        && metadata.CreatedAt <= (to ?? DateTimeOffset.MaxValue)
        && (statuses is null || !statuses.Any() || statuses.Contains(metadata.RuntimeStatus));

    private static RpcException Refused(StatusCode code, string detail) => new(new Status(code, detail));

    private bool Start(string name, string id, string? input, StartOrchestrationOptions? options, Func<Instance, bool> refused)
    {
        var instance = new OrchestrationInstance { InstanceId = id, ExecutionId = hub.NewId() };
        var started = new ExecutionStartedEvent(-1, input)
        {
            OrchestrationInstance = instance,
            Name = name,
            Version = options?.Version is { } version ? version.Version : simulation.Version,
            ScheduledStartTime = options?.StartAt?.UtcDateTime,
            Tags = options?.Tags.ToDictionary() ?? [],
        };
        return hub.Start(new TaskMessage { OrchestrationInstance = instance, Event = started }, refused);
    }

    private void Tell(string instanceId, HistoryEvent told) =>
        hub.Send(
            new TaskMessage
            {
                OrchestrationInstance = new OrchestrationInstance { InstanceId = instanceId },
                Event = told,
            }
        );

    private async Task ControlAsync(string operation, string instanceId, OrchestrationRuntimeStatus[] possible, HistoryEvent told)
    {
        await simulation.SettleAsync();
        var found = Existing(instanceId, "ArgumentException: ");
        if (!possible.Contains(StatusOf(found)))
        {
            throw Refused(
                StatusCode.FailedPrecondition,
                $"InvalidOperationException: Cannot {operation} the orchestration instance {instanceId} "
                    + $"because instance is in the {StatusOf(found)} state."
            );
        }

        Tell(instanceId, told);
    }

    private Instance Existing(string instanceId, string prefix) =>
        hub.Find(instanceId)
        ?? throw Refused(StatusCode.NotFound, $"{prefix}No instance with ID '{instanceId}' was found. (Parameter 'instanceId')");

    private async Task<OrchestrationMetadata> WaitAsync(
        string instanceId,
        bool withPayloads,
        string what,
        Func<OrchestrationRuntimeStatus, bool> reached
    )
    {
        await simulation.UntilAsync(
            () => Task.FromResult(hub.Find(instanceId) is { } found && reached(StatusOf(found))),
            () => $"Instance {instanceId} doesn't {what}; it is {hub.Find(instanceId)?.State.OrchestrationStatus.ToString() ?? "unknown"}."
        );
        return MetadataOf(hub.Find(instanceId)!, withPayloads);
    }

    private OrchestrationMetadata MetadataOf(Instance instance, bool withPayloads)
    {
        var state = instance.State;
        return new OrchestrationMetadata(state.Name, state.OrchestrationInstance.InstanceId)
        {
            RuntimeStatus = StatusOf(instance),
            CreatedAt = new DateTimeOffset(state.CreatedTime, TimeSpan.Zero),
            LastUpdatedAt = new DateTimeOffset(state.LastUpdatedTime, TimeSpan.Zero),
            SerializedInput = withPayloads ? state.Input : null,
            SerializedOutput = withPayloads ? state.Output : null,
            SerializedCustomStatus = withPayloads ? state.Status : null,
            DataConverter = withPayloads ? converter : null,
            Tags = state.Tags?.ToDictionary() ?? [],
        };
    }
}
