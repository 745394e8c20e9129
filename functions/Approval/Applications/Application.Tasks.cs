namespace MicroCred.Approval;

/// <content>Tasks and their assignees.</content>
public sealed partial record Application
{
    /// <summary>
    /// Assigns a validated application to an evaluator, by id, with a deadline. Where nobody is eligible, the task waits without an
    /// assignee for the registrar to find one.
    /// </summary>
    public Outcome<Change> Assign(string? assignee, EvaluationSettings settings, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (Stage == Stage.Validation)
        {
            return Refusal.WrongState("It isn't validated yet.");
        }

        if (Stage != Stage.Assignment)
        {
            return CannotBe("assigned");
        }

        if (IsUniversitysOwn)
        {
            return Refusal.WrongState("A university approves its own; there is nothing to evaluate.");
        }

        var days = DaysToDecide(settings);
        if (Unfit(TaskKind.Evaluation, assignee) is { } unfit)
        {
            return unfit;
        }

        var task = NewTask(TaskKind.Evaluation, assignee, WorkingDays.Deadline(at, days), at);
        return (this with { Status = ApplicationStatus.InReview, Tasks = [.. Tasks, task] }).Because(
            Actor.System,
            at,
            new Assigned(task.Id, assignee, days)
        );
    }

    /// <summary>
    /// The assignee declares a conflict of interest and hands the task over with its findings. Without a next assignee the registrar has to
    /// find one. Where a registrar declares a conflict on somebody else's task, the task stays, and from then on only another registrar may
    /// act on the application.
    /// </summary>
    public Outcome<Change> DeclareConflict(TaskId taskId, string reason, string? nextAssignee, Actor by, DateTimeOffset at)
    {
        var conflicted = this with { Conflicted = [.. Conflicted.Append(by.Id).Distinct()] };
        return OpenTask(taskId)
            .Then<Change>(task =>
                task.Assignee == by.Id
                    ? conflicted
                        .WithOthersHandedOver(task, nextAssignee, at)
                        .HandOver(task, nextAssignee, new ConflictDeclared(taskId, nextAssignee, reason), reason, by, at)
                : by.Kind != ActorKind.Registrar ? Refusal.NotYours("The task is somebody else's.")
                : !Text.IsGiven(reason) ? Refusal.Invalid("Say why.")
                : conflicted.Because(by, at, new ConflictDeclared(Task: null, Assignee: null, reason))
            );
    }

    /// <summary>The assignee gives up the task; findings stay. Without a next assignee the registrar has to find one.</summary>
    public Outcome<Change> Release(TaskId taskId, string reason, string? nextAssignee, Actor by, DateTimeOffset at) =>
        OwnOpenTask(taskId, by).Then(task => HandOver(task, nextAssignee, new Released(taskId, nextAssignee, reason), reason, by, at));

    /// <summary>
    /// The registrar, or a rule, reassigns an open task; findings and deadline stay. The reason may be left out only while nobody has it. By
    /// a rule it may come to nobody.
    /// </summary>
    public Outcome<Change> Reassign(TaskId taskId, string? assignee, string? reason, Actor by, DateTimeOffset at) =>
        by.Kind is not (ActorKind.Registrar or ActorKind.System) ? Refusal.NotYours("Only the registrar gives a task to someone else.")
        : Bound(by) is { } bound ? bound
        : OpenTask(taskId)
            .Then(task =>
            {
                var why =
                    Text.IsGiven(reason) ? reason
                    : task.Assignee is null ? Reassigned.FromNobody
                    : "";
                return HandOver(task, assignee, new Reassigned(taskId, assignee, why), why, by, at);
            });

    /// <summary>
    /// A registrar sets the day by whose end an open task is due, earlier or later than it was. Its clock starts anew on the day this is
    /// done.
    /// </summary>
    /// <param name="taskId">The task.</param>
    /// <param name="due">A day after today, in Auckland.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">The registrar.</param>
    /// <param name="at">The time.</param>
    public Outcome<Change> ExtendTask(TaskId taskId, DateOnly? due, string? reason, Actor by, DateTimeOffset at) =>
        Overseeing(by) is { } refusal
            ? refusal
            : OpenTask(taskId)
                .Then<Change>(task =>
                    (
                        task.Kind == TaskKind.ConditionFollowUp
                            ? Refusal.WrongState("A condition gets more time by the decision of its follow-up.")
                            : NewDue(due, reason, at)
                    ).Then<Change>(clock =>
                        With(task.With(clock))
                            .Because(
                                by,
                                at,
                                task.Kind is TaskKind.SecondReview or TaskKind.Resolution
                                    ? new ReviewExtended(taskId, due!.Value, reason!)
                                    : new TaskExtended(taskId, due!.Value, reason!)
                            )
                    )
                );

    /// <summary>Whether a person may have a task of a kind: who decided the application doesn't review, resolve or reconsider it.</summary>
    public bool IsIndependent(TaskKind kind, string person) =>
        kind is not (TaskKind.SecondReview or TaskKind.Resolution or TaskKind.Reconsideration) || !WasDecidedBy(person);

    /// <summary>Why a person can't decide a task, whatever the outcome; null where they can: it is open, and theirs.</summary>
    public Refusal? MayNotDecide(TaskId taskId, Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return OwnOpenTask(taskId, by).Match<Refusal?>(_ => null, refusal => refusal);
    }

    private Refusal? Unfit(TaskKind kind, string? assignee) =>
        assignee is not null && (Bars(assignee) || !IsIndependent(kind, assignee))
            ? Refusal.Invalid($"{assignee} declared an interest in this provider, acted for it, or decided the application already.")
            : null;

    /// <summary>With the assignee's other open tasks moved too: those of the same kind to the same person, any other to nobody.</summary>
    private Application WithOthersHandedOver(EvaluationTask task, string? next, DateTimeOffset at) =>
        Tasks
            .Where(other => other.IsOpen && other.Id != task.Id && other.Assignee == task.Assignee)
            .Aggregate(this, (application, other) => application.With(HandedOver(other, other.Kind == task.Kind ? next : null, at)));

    private static EvaluationTask HandedOver(EvaluationTask task, string? next, DateTimeOffset at) =>
        task with
        {
            Assignee = next,
            AssignedAt = at.ToUniversalTime(),
            FormerAssignees =
                task.Assignee is { } was && !task.FormerAssignees.Contains(was) ? [.. task.FormerAssignees, was] : task.FormerAssignees,
        };

    private Outcome<Change> HandOver(EvaluationTask task, string? next, ApplicationEvent what, string reason, Actor by, DateTimeOffset at)
    {
        if (!Text.IsGiven(reason))
        {
            return Refusal.Invalid("reason: say why.");
        }

        if (Unfit(task.Kind, next) is { } unfit)
        {
            return unfit;
        }

        var moved = HandedOver(task, next, at) with
        {
            GaveUp = what is Released ? [.. task.GaveUp.Append(by.Id).Distinct()] : task.GaveUp,
            IsByRegistrar = by.Kind == ActorKind.Registrar && next is not null && what is not Released,
        };
        return With(moved)
            .Because(
                by,
                at,
                task.Kind is TaskKind.SecondReview or TaskKind.Resolution ? new ReviewMoved(task.Id, next, what.Name, reason) : what
            );
    }

    /// <summary>
    /// Why a person can't act on the application for NZQA or TEC: they act for its provider, or declared a conflict of interest. Null where
    /// they can.
    /// </summary>
    private Refusal? Bound(Actor by) =>
        by.Kind == ActorKind.Provider || by.ActsFor == Provider.Number || ActedFor.Contains(by.Id)
            ? Refusal.WrongState($"You act for {Provider.Name}, so this is for somebody else to do.")
        : Conflicted.Contains(by.Id)
            ? Refusal.WrongState($"You declared an interest in {Provider.Name}, so this is for somebody else to do.")
        : null;

    /// <summary>Why a person can't act for all of NZQA on the application; null where they can.</summary>
    private Refusal? Overseeing(Actor by) =>
        by.Kind is not (ActorKind.Registrar or ActorKind.System) ? Refusal.NotYours("Only a registrar does that.") : Bound(by);

    /// <summary>A clock that starts today and ends with a day that a registrar gives.</summary>
    private static Outcome<Clock> NewDue(DateOnly? due, string? reason, DateTimeOffset at)
    {
        var today = WorkingDays.DayOf(at);
        return due is not { } day || day <= today ? Refusal.Invalid("due: give a day after today, such as 2027-03-01.")
            : day.Year >= Matariki.LastYear ? Refusal.Invalid($"due: give a day before the year {Matariki.LastYear}.")
            : !Text.IsGiven(reason) ? Refusal.Invalid("reason: say why.")
            : new Clock(today, WorkingDays.EndOf(day));
    }

    private int DaysToDecide(EvaluationSettings settings) => IsUrgent ? settings.UrgentWorkingDaysToDecide : settings.WorkingDaysToDecide;

    private EvaluationTask NewTask(TaskKind kind, string? assignee, DateTimeOffset due, DateTimeOffset at) =>
        new(TaskId.Create(Id, Tasks.Count + 1), kind, assignee, TaskStatus.Open, due, IsUrgent, at.ToUniversalTime(), []);

    private Application With(EvaluationTask changed) =>
        this with
        {
            Tasks = [.. Tasks.Select(task => task.Id == changed.Id ? changed : task)],
        };

    private Application WithTasksClosed() => this with { Tasks = [.. Tasks.Select(task => task with { Status = TaskStatus.Done })] };

    private Outcome<EvaluationTask> OpenTask(TaskId id) =>
        Tasks.FirstOrDefault(task => task.Id == id) switch
        {
            null => Refusal.NotFound($"There is no task {id}."),
            { IsOpen: false } => Refusal.WrongState("The task is done."),
            var task => task,
        };

    private Outcome<EvaluationTask> OwnOpenTask(TaskId id, Actor by) =>
        OpenTask(id)
            .Then<EvaluationTask>(task =>
                task.Assignee != by.Id ? Refusal.NotYours("The task is somebody else's.")
                : Bound(by) is { } bound ? bound
                : task
            );

    private Outcome<EvaluationTask> OwnOpenTask(TaskId id, Actor by, params IReadOnlyList<TaskKind> kinds) =>
        OwnOpenTask(id, by)
            .Then<EvaluationTask>(task => kinds.Contains(task.Kind) ? task : Refusal.WrongState("The task is of another kind."));
}
