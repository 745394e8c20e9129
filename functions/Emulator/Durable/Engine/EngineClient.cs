using MicroCred.Emulator.Durable.Engine.Messages;
using MicroCred.Emulator.Durable.Stores;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>The client of an engine in the same process.</summary>
internal sealed class EngineClient(InstanceActors actors, IInstanceStore store, StatusWaiters waiters, Payloads payloads)
    : DurableTaskClient
{
    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name, nameof(orchestratorName));
        var instanceId = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        InstanceId.Validate(instanceId);
        var request = new StartRequest(
            orchestratorName, payloads.Write(input, "The input"), options?.StartAt, IdReuse.Parse(options?.DedupeStatuses));
        await SendAsync(instanceId, request, cancellation);
        return instanceId;
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return SendAsync(instanceId, new RaiseRequest(eventName, payloads.Write(eventPayload, "The event")), cancellation);
    }

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new TerminateRequest(payloads.Write(options?.Output, "The output")), cancellation);

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new SuspendRequest(reason), cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new ResumeRequest(reason), cancellation);

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        var request = new PurgeRequest();
        await SendAsync(instanceId, request, cancellation);
        return new PurgeResult(request.Count);
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var query = new OrchestrationQuery(filter.CreatedFrom, filter.CreatedTo, filter.Statuses);
        var ended = new List<string>();
        await foreach (var instance in GetAllInstancesAsync(query).WithCancellation(cancellation))
        {
            if (instance.IsCompleted)
                ended.Add(instance.InstanceId);
        }

        var purged = 0;
        foreach (var instanceId in ended)
            purged += (await PurgeInstanceAsync(instanceId, options, cancellation)).PurgedInstanceCount;

        return new PurgeResult(purged);
    }

    public override async Task<OrchestrationMetadata?> GetInstanceAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        InstanceId.Validate(instanceId);
        return await store.ReadAsync(instanceId, getInputsAndOutputs, cancellation) is { } state
            ? Metadata.Of(state, getInputsAndOutputs, payloads.Serializer)
            : null;
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        new InstancePages(store, filter ?? new OrchestrationQuery(), payloads.Serializer);

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, state => state.Status != OrchestrationRuntimeStatus.Pending, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, state => state.HasEnded, getInputsAndOutputs, cancellation);

    private async Task<OrchestrationMetadata> WaitAsync(
        string instanceId, Func<InstanceState, bool> isThere, bool withPayloads, CancellationToken cancellation)
    {
        InstanceId.Validate(instanceId);
        using var waiter = waiters.Begin(instanceId, isThere);
        var state = await store.ReadAsync(instanceId, withPayloads, cancellation);
        if (state is null || !isThere(state))
            state = await waiter.Arrived.WaitAsync(cancellation);

        return Metadata.Of(state, withPayloads, payloads.Serializer);
    }

    private async Task SendAsync(string instanceId, Request request, CancellationToken cancellation)
    {
        InstanceId.Validate(instanceId);
        cancellation.ThrowIfCancellationRequested();
        actors.Post(instanceId, request);
        await request.Answer.WaitAsync(cancellation);
    }
}
