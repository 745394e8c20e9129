using MicroCred.Emulator.Durable.History;
using Microsoft.Extensions.Logging;

namespace MicroCred.Emulator.Durable.Replay;

/// <summary>What an orchestrator sees of the run that it is in.</summary>
internal sealed class ReplayContext : TaskOrchestrationContext
{
    private readonly RunIdentity _identity;
    private readonly OrchestratorThread _thread;
    private readonly TaskLedger _ledger;
    private readonly Payloads _payloads;
    private DateTime _now;
    private bool _isReplaying;
    private int _guids;

    public ReplayContext(RunIdentity identity, OrchestratorThread thread, TaskLedger ledger, Payloads payloads, ILoggerFactory loggers)
    {
        _identity = identity;
        _thread = thread;
        _ledger = ledger;
        _payloads = payloads;
        LoggerFactory = loggers;
        Inbox = new EventInbox(payloads, CreateReplaySafeLogger<EventInbox>());
    }

    public override TaskName Name => _identity.Name;

    public override string Version => _identity.Version ?? "";

    public override string InstanceId => _identity.InstanceId;

    public override ParentOrchestrationInstance? Parent => _identity.Parent;

    public override DateTime CurrentUtcDateTime => _now;

    public override bool IsReplaying => _isReplaying;

    /// <summary>Where events are handed out.</summary>
    public EventInbox Inbox { get; }

    /// <summary>The custom status as the code last set it.</summary>
    public BinaryData? CustomStatus { get; private set; }

    /// <summary>How the code wants to begin again; null when it doesn't.</summary>
    public ContinueAsNewRequest? NextRun { get; private set; }

    protected override ILoggerFactory LoggerFactory { get; }

    /// <summary>Sets the time of the turn that is about to be fed.</summary>
    public void BeginTurn(DateTime at, bool isReplaying)
    {
        _now = at;
        _isReplaying = isReplaying;
    }

    public override T? GetInput<T>()
        where T : default
    {
        RequireThread();
        return _payloads.Read<T>(_identity.Input);
    }

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        RequireThread();
        if (input is TaskOptions && options is null)
        {
            throw new ArgumentException(
                $"A {nameof(TaskOptions)} value was provided for the activity input but no value was provided for {nameof(options)}. "
                + $"Did you actually mean to provide a {nameof(TaskOptions)} value for the {nameof(options)} parameter?",
                nameof(input));
        }

        return RetryLoop.RunAsync(options?.Retry, this, () => CallOnceAsync<TResult>(name, input));
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        RequireThread();
        var instanceId = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        Engine.InstanceId.Validate(instanceId);
        return RetryLoop.RunAsync(options?.Retry, this, () => CallChildOnceAsync<TResult>(orchestratorName, instanceId, input));
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        RequireThread();
        var timer = _ledger.Plan("timer", id => new TimerCreated(id, fireAt.ToUniversalTime()));
        if (cancellationToken.CanBeCanceled)
            cancellationToken.Register(() => Cancel(timer, cancellationToken));

        return timer.End;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        RequireThread();
        return Inbox.Wait<T>(eventName, cancellationToken);
    }

    public override void SetCustomStatus(object? customStatus)
    {
        RequireThread();
        CustomStatus = _payloads.Write(customStatus, "The custom status");
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        RequireThread();
        var kept = Inbox.TakeKept();
        NextRun = new ContinueAsNewRequest(_payloads.Write(newInput, "The new input"), preserveUnprocessedEvents ? kept : []);
    }

    public override Guid NewGuid()
    {
        RequireThread();
        return DeterministicGuid.Create(_identity.InstanceId, _now, _guids++);
    }

    /// <summary>Uses up a task's number; see <see cref="TaskLedger.SkipNumber"/>.</summary>
    public void SkipTaskNumber() => _ledger.SkipNumber();

    private async Task<T> CallOnceAsync<T>(TaskName name, object? input)
    {
        var json = _payloads.Write(input, $"The input of activity '{name}'");
        var result = await _ledger.Plan(name, id => new ActivityScheduled(id, name, json)).End;
        return _payloads.Read<T>(result)!;
    }

    private async Task<T> CallChildOnceAsync<T>(TaskName name, string instanceId, object? input)
    {
        var json = _payloads.Write(input, $"The input of orchestrator '{name}'");
        var result = await _ledger.Plan(name, id => new ChildScheduled(id, name, instanceId, json)).End;
        return _payloads.Read<T>(result)!;
    }

    private void Cancel(OpenTask timer, CancellationToken cancellationToken)
    {
        if (timer.End.IsCompleted)
            return;

        _ledger.Close(timer.Scheduled.Id);
        timer.Cancel(cancellationToken);
    }

    private void RequireThread()
    {
        if (!_thread.IsCurrent)
            throw IllegalAwait.Exception();
    }
}
