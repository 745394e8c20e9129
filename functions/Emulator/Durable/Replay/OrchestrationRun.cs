using MicroCred.Emulator.Durable.History;

namespace MicroCred.Emulator.Durable.Replay;

/// <summary>
/// One run of an orchestrator's code: first fed with its history, which brings it back to where it was, then with what has newly arrived.
/// It is thrown away after the turn; the history is all that lasts.
/// </summary>
internal sealed class OrchestrationRun
{
    private readonly OrchestratorThread _thread;
    private readonly TaskLedger _ledger = new();
    private readonly EventInbox _inbox;
    private readonly ReplayContext _context;
    private readonly Queue<ArrivedEvent> _keptBack = new();
    private readonly Func<TaskOrchestrationContext, Task<object?>> _code;
    private readonly Payloads _payloads;
    private Task<object?>? _result;
    private Exception? _violation;
    private bool _awaitedIllegally;

    public OrchestrationRun(RunIdentity identity, RunEnvironment environment)
    {
        _payloads = environment.Payloads;
        _thread = new OrchestratorThread(() => OnForeignContinuation(identity, environment));
        _context = new ReplayContext(identity, _thread, _ledger, _payloads, environment.Loggers);
        _inbox = _context.Inbox;
        _code = context => environment.Runner.RunOrchestratorAsync(identity.Name, context, identity.TraceParent);
    }

    public bool HasStarted { get; private set; }

    public bool IsSuspended { get; private set; }

    /// <summary>Whether the code can't be brought back to where it was, which fails the instance.</summary>
    public bool HasLeftItsHistory => _violation is not null;

    public BinaryData? CustomStatus => _context.CustomStatus;

    /// <summary>The calls and timers whose end hasn't arrived.</summary>
    public IEnumerable<ScheduledEvent> Awaited => _ledger.Open.Where(task => !task.EndIsKeptBack).Select(task => task.Scheduled);

    public bool Awaits(int taskId) => _ledger.TryGetOpen(taskId, out var task) && !task.EndIsKeptBack;

    public void Replay(IEnumerable<Turn> history) => Feed(() =>
    {
        foreach (var turn in history)
        {
            Arrive(turn.At, turn.Arrived, isReplaying: true);
            foreach (var scheduled in turn.Scheduled)
                _ledger.Match(scheduled);
        }
    });

    /// <summary>Feeds what is new and gives the turn as it is to be recorded.</summary>
    public Turn Step(string turnId, DateTime at, IReadOnlyList<ArrivedEvent> arrived)
    {
        Feed(() => Arrive(at, arrived, isReplaying: false));
        return new Turn(turnId, at, arrived, IsSuspended ? [] : _ledger.TakePlanned());
    }

    /// <summary>Where the run stands. It isn't at its end while a call or a timer is open, even if the code is.</summary>
    public RunOutcome Outcome()
    {
        if (_violation is not null)
            return Failed(_violation);

        if (Volatile.Read(ref _awaitedIllegally) || AwaitsNothingDurable())
            return Failed(IllegalAwait.Exception());

        if (_result is not { IsCompleted: true } || _ledger.HasOpenTasks)
            return new RunOutcome.Waiting();

        return EndOf(_result);
    }

    private void Feed(Action events)
    {
        if (_violation is not null)
            return;

        try
        {
            _thread.Run(events);
        }
        catch (Exception thrown)
        {
            _violation = thrown;
        }
    }

    private void Arrive(DateTime at, IEnumerable<ArrivedEvent> arrived, bool isReplaying)
    {
        _context.BeginTurn(at, isReplaying);
        foreach (var arrival in arrived)
        {
            Take(arrival);
            _thread.Drain();
        }
    }

    private void Take(ArrivedEvent arrival)
    {
        if (IsSuspended && arrival is not ExecutionResumed)
            KeepBack(arrival);
        else
            Apply(arrival);
    }

    private void KeepBack(ArrivedEvent arrival)
    {
        if (arrival is ExecutionSuspended)
            return;

        _keptBack.Enqueue(arrival);
        if (TaskEndedBy(arrival) is { } id && _ledger.TryGetOpen(id, out var task))
            task.EndIsKeptBack = true;

        HasStarted |= arrival is ExecutionStarted;
    }

    private void Apply(ArrivedEvent arrival)
    {
        switch (arrival)
        {
            case ExecutionStarted:
                HasStarted = true;
                _result = BeginAsync();
                break;
            case TaskCompleted completed:
                _ledger.Close(completed.Id)?.Complete(completed.Result);
                break;
            case TaskFailed failed:
                _ledger.Close(failed.Id)?.Fail(failed.Failure);
                break;
            case TimerFired fired:
                _ledger.Close(fired.Id)?.Complete(null);
                break;
            case EventRaised raised:
                Deliver(raised);
                break;
            case ExecutionSuspended:
                IsSuspended = true;
                break;
            case ExecutionResumed:
                Resume();
                break;
        }
    }

    /// <summary>Awaits the code, so that its end is seen to come on the orchestrator's thread.</summary>
    private async Task<object?> BeginAsync() => await _code(_context);

    private void Deliver(EventRaised raised)
    {
        if (_context.NextRun is { } next)
            next.Carried.Add(raised);
        else
            _inbox.Deliver(raised);
    }

    private void Resume()
    {
        IsSuspended = false;
        while (!IsSuspended && _keptBack.TryDequeue(out var arrival))
        {
            Apply(arrival);
            _thread.Drain();
        }
    }

    private static int? TaskEndedBy(ArrivedEvent arrival) => arrival switch
    {
        TaskCompleted completed => completed.Id,
        TaskFailed failed => failed.Id,
        TimerFired fired => fired.Id,
        _ => null,
    };

    private bool AwaitsNothingDurable() =>
        _result is { IsCompleted: false } && !IsSuspended && !_ledger.HasOpenTasks && !_inbox.HasWaiters;

    private RunOutcome EndOf(Task<object?> result)
    {
        try
        {
            var output = result.GetAwaiter().GetResult();
            return _context.NextRun is { } next
                ? new RunOutcome.ContinuedAsNew(next.Input, next.Carried)
                : new RunOutcome.Completed(_payloads.Write(output, "The output"));
        }
        catch (Exception thrown)
        {
            return Failed(thrown);
        }
    }

    private static RunOutcome.Failed Failed(Exception thrown) => new(TaskFailureDetails.FromException(thrown));

    private void OnForeignContinuation(RunIdentity identity, RunEnvironment environment)
    {
        Volatile.Write(ref _awaitedIllegally, true);
        environment.OnIllegalAwait(identity.InstanceId, identity.ExecutionId);
    }
}
