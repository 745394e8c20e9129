using System.Diagnostics.CodeAnalysis;
using MicroCred.Emulator.Durable.Engine.Messages;
using MicroCred.Emulator.Durable.History;
using MicroCred.Emulator.Durable.Replay;
using MicroCred.Emulator.Durable.Stores;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>
/// A turn in the making. The instance's code has been brought back to where it was; messages say what has happened since; then the code
/// goes on. All of it is a function of what was stored and of the messages, so a draft whose write is refused is thrown away and made anew.
/// </summary>
internal sealed class TurnDraft
{
    private readonly Snapshot? _basis;
    private readonly DateTimeOffset _now;
    private readonly RunEnvironment _environment;
    private readonly List<ArrivedEvent> _arrived = [];
    private readonly List<ScheduledEvent> _repeated = [];
    private readonly List<(string, Message)> _letters = [];
    private readonly List<Action> _answers = [];
    private readonly string _turnId = Guid.NewGuid().ToString("N")[..16];
    private OrchestrationRun? _run;
    private bool _mustWrite;
    private bool _hasWhatIsDue;
    private bool _isDeleted;

    public TurnDraft(string instanceId, Snapshot? basis, DateTimeOffset now, RunEnvironment environment)
    {
        InstanceId = instanceId;
        State = basis?.State;
        _basis = basis;
        _environment = environment;
        _now = NotBefore(basis is { History: [.., var last] } ? last.At : DateTime.MinValue, now);
        if (!IsLive)
            return;

        Objection = environment.Versions.Objection(State.Version);
        if (Objection is not null)
            return;

        _run = NewRun(State);
        _run?.Replay(_basis!.History);
    }

    public string InstanceId { get; }

    /// <summary>What the instance is, as changed by the messages so far; null when there is none.</summary>
    public InstanceState? State { get; private set; }

    /// <summary>Why this app's code must leave the instance alone, being of another version; null when it needn't.</summary>
    public string? Objection { get; }

    /// <summary>Whether it can take no more messages, which have to wait for the next turn.</summary>
    public bool IsClosed { get; private set; }

    [MemberNotNullWhen(true, nameof(State))]
    private bool IsLive => State is { HasEnded: false };

    public void Accept(Request request) => _answers.Add(request.Accept);

    public void Refuse(Request request, Exception reason) => _answers.Add(() => request.Refuse(reason));

    public void Send(string instanceId, Message message) => _letters.Add((instanceId, message));

    public void Add(ArrivedEvent arrival) => _arrived.Add(arrival);

    /// <summary>Says why it is suspended or goes on.</summary>
    public void Explain(string? reason) => State = State! with { Output = reason };

    /// <summary>Starts the instance, in the place of another of its id if there is one; that ends if it has not.</summary>
    public void Begin(string name, BinaryData? input, ParentCall? parent, DateTimeOffset? startAt, string? traceParent)
    {
        if (IsLive)
            _letters.AddRange(AnswerToParent.Of(StateAfter.Termination(State, null)));

        _arrived.Clear();
        State = new InstanceState
        {
            InstanceId = InstanceId,
            ExecutionId = Guid.NewGuid().ToString("N"),
            Name = name,
            Version = _environment.Versions.Current,
            Status = OrchestrationRuntimeStatus.Pending,
            CreatedAt = _now,
            UpdatedAt = _now,
            TurnId = _turnId,
            Input = input,
            Parent = parent,
            TraceParent = traceParent,
            StartAt = startAt > _now ? startAt : null,
        };
        _run = NewRun(State);
        _mustWrite = true;
        if (State.StartAt is null)
            _arrived.Add(new ExecutionStarted());
    }

    public void Terminate(BinaryData? output)
    {
        State = StateAfter.Termination(State!, output);
        _mustWrite = true;
        IsClosed = true;
    }

    public void FailForIllegalAwait(string executionId)
    {
        if (!IsLive || State.ExecutionId != executionId)
            return;

        State = StateAfter.Failure(State, TaskFailureDetails.FromException(IllegalAwait.Exception()));
        _mustWrite = true;
        IsClosed = true;
    }

    public void Delete()
    {
        _isDeleted = true;
        IsClosed = true;
    }

    /// <summary>Whether this run waits for the end of a call.</summary>
    public bool Awaits(string executionId, int taskId) =>
        IsLive && State.ExecutionId == executionId && _run is not null && _run.Awaits(taskId);

    public void AddWhatIsDue()
    {
        if (!IsLive || _run is null || _hasWhatIsDue)
            return;

        _hasWhatIsDue = true;
        if (!_run.HasStarted && State.StartAt <= _now)
            _arrived.Add(new ExecutionStarted());

        _arrived.AddRange(_run.Awaited.OfType<TimerCreated>()
            .Where(timer => timer.FireAt <= _now.UtcDateTime)
            .OrderBy(timer => timer.FireAt)
            .Select(timer => new TimerFired(timer.Id)));
    }

    /// <summary>Runs the open calls again; or lets the instance fail if its code can no longer be brought back to where it was.</summary>
    public void RepeatOpenCalls()
    {
        if (!IsLive)
            return;

        if (_run is null or { HasLeftItsHistory: true })
            _mustWrite = true;
        else
            _repeated.AddRange(_run.Awaited.Where(call => call is not TimerCreated));
    }

    /// <summary>Tells the parent again, which has missed it.</summary>
    public void AnswerParentIfEnded()
    {
        if (State is { HasEnded: true })
            _letters.AddRange(AnswerToParent.Of(State));
    }

    /// <summary>Lets the code go on with what has arrived, and says what comes of it.</summary>
    public TurnPlan Finish()
    {
        if (_isDeleted)
            return new TurnPlan { Deletion = _basis, Letters = _letters, Answers = _answers };

        if (State is null || (_arrived.Count == 0 && !_mustWrite))
            return Unwritten();

        return State.HasEnded
            ? Ended(State)
            : Played();
    }

    /// <summary>Gives up on a turn that the store can't take, and fails the instance instead.</summary>
    public TurnPlan FinishTooLarge(TurnTooLargeException reason)
    {
        if (!IsLive)
            return Finish();

        _letters.Clear();
        var state = State with { CustomStatus = _basis?.State.CustomStatus };
        return Ended(StateAfter.Failure(state, TaskFailureDetails.FromException(reason)));
    }

    /// <summary>Leaves the instance as it is, or fails it, as the settings say of code that may not run it.</summary>
    public TurnPlan FinishUnfit(IReadOnlyList<Message> messages)
    {
        foreach (var request in messages.OfType<Request>())
            Refuse(request, new RpcException(StatusCode.Unavailable, Objection!));

        return _environment.Versions.Failure == VersionFailureStrategy.Fail
            ? Ended(StateAfter.Failure(State!, new TaskFailureDetails("VersionMismatch", Objection!, null, null)))
            : new TurnPlan { Letters = _letters, Answers = _answers };
    }

    private static DateTimeOffset NotBefore(DateTime last, DateTimeOffset now) =>
        now.UtcDateTime < last ? new DateTimeOffset(last, TimeSpan.Zero) : now;

    private TurnPlan Unwritten() => new()
    {
        Calls = _repeated,
        NextDue = IsLive && _run is not null ? StateAfter.NextDue(State, _run) : null,
        Letters = _letters,
        Answers = _answers,
    };

    private TurnPlan Played()
    {
        var (state, turn, run) = new Performance(NewRun, _turnId, _now.UtcDateTime).Play(State!, _run, _arrived);
        if (run is null)
            return Ended(state);

        return new TurnPlan
        {
            Write = new InstanceWrite(_basis, Stamped(state), turn),
            Calls = [.. _repeated, .. turn?.Scheduled.Where(call => call is not TimerCreated) ?? []],
            NextDue = StateAfter.NextDue(state, run),
            Letters = _letters,
            Answers = _answers,
        };
    }

    private TurnPlan Ended(InstanceState state) => new()
    {
        Write = new InstanceWrite(_basis, Stamped(state), null),
        Letters = [.. _letters, .. AnswerToParent.Of(state)],
        Answers = _answers,
    };

    private InstanceState Stamped(InstanceState state) => state with { TurnId = _turnId, UpdatedAt = _now };

    private OrchestrationRun? NewRun(InstanceState state)
    {
        if (!_environment.Runner.HasOrchestrator(state.Name))
            return null;

        var parent = state.Parent is { } caller ? new ParentOrchestrationInstance(caller.Name, caller.InstanceId) : null;
        return new OrchestrationRun(
            new RunIdentity(InstanceId, state.ExecutionId, state.Name, state.Version, state.Input, parent, state.TraceParent), _environment);
    }
}
