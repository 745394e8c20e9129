using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <content>
/// Findings and decisions: an evaluator's, a second evaluator's where that is asked for, a registrar's where they disagree.
/// </content>
public sealed partial record Application
{
    /// <summary>
    /// The task in which NZQA decides: an evaluation, a second review, a resolution or a reconsideration; null where none is open.
    /// </summary>
    private EvaluationTask? OpenEvaluation => Tasks.FirstOrDefault(task => task is { IsOpen: true, IsNzqas: true });

    /// <summary>
    /// The findings that the decision rests on, by criterion: of those evaluators who decided as it was decided, each their own or those that
    /// they took over.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<CriterionFinding> FindingsThatCount =>
        [
            .. Tasks
                .Where(task =>
                    task is { Kind: TaskKind.Evaluation or TaskKind.SecondReview, Decision.Outcome: var outcome }
                    && outcome.AsDecision() == Decision?.Outcome
                )
                .SelectMany(task => task.Kind == TaskKind.SecondReview ? task.FindingsOf(task.Decision!.By.Id) : task.Findings)
                .OrderBy(finding => finding.Criterion),
        ];

    /// <summary>The criteria that it is judged by, in order.</summary>
    [JsonIgnore]
    public IReadOnlyList<EvaluationCriterion> Criteria =>
        [.. EvaluationCriteria.Of(Edition).Where(criterion => Judged?.Contains(criterion.Number) != false)];

    /// <summary>
    /// Records, or replaces, a finding on one criterion. Allowed while an answer from the provider is outstanding, too.
    /// </summary>
    public Outcome<Change> RecordFinding(TaskId taskId, int criterion, CriterionResult result, string comment, Actor by, DateTimeOffset at)
    {
        if (Stage is not (Stage.Evaluation or Stage.SecondReview or Stage.Information))
        {
            return CannotBe("evaluated");
        }

        if (!HasCriterion(criterion))
        {
            return Refusal.Invalid($"There is no criterion {criterion}.");
        }

        return OwnOpenTask(taskId, by, TaskKind.Evaluation, TaskKind.SecondReview)
            .Then<Change>(task =>
            {
                if (!Text.IsGiven(comment))
                {
                    return Refusal.Invalid("A finding needs a comment.");
                }

                var others = task.Findings.Where(finding => finding.Criterion != criterion);
                var found = new CriterionFinding(criterion, result, comment, by.Id, at.ToUniversalTime());
                var findings = others.Append(found).OrderBy(finding => finding.Criterion);
                return With(task with { Findings = [.. findings] })
                    .Because(
                        by,
                        at,
                        task.Kind == TaskKind.Evaluation
                            ? new FindingRecorded(criterion, result, comment)
                            : new ReviewFindingRecorded(criterion, result, comment)
                    );
            });
    }

    /// <summary>
    /// The task that a decision leads to: a second review of a decline, of an approval at a high level, and of a share of the others; a
    /// resolution where two evaluators disagree. Null where the decision counts.
    /// </summary>
    public TaskKind? Follows(TaskId taskId, DecisionOutcome outcome, EvaluationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Tasks.FirstOrDefault(task => task.Id == taskId)?.Kind switch
        {
            TaskKind.Evaluation when NeedsSecondReview(outcome, settings) => TaskKind.SecondReview,
            TaskKind.SecondReview when FirstDecision.Outcome != outcome.AsTaskOutcome() => TaskKind.Resolution,
            _ => null,
        };
    }

    /// <summary>
    /// Records the decision of an evaluation, a second review or a resolution. An evaluator needs a finding on every criterion, a second
    /// one a finding of their own. To approve, every criterion must be met, or, with conditions stated, met with a condition; to decline,
    /// only reasons are needed. Until it counts, status and provider learn nothing of it.
    /// </summary>
    /// <param name="taskId">The task.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="reasons">Why.</param>
    /// <param name="conditions">The conditions of an approval.</param>
    /// <param name="next">
    /// The id of the person who gets the task that <see cref="Follows"/> tells, or the follow-up of the conditions; null for nobody.
    /// </param>
    /// <param name="settings">Which decisions need a second review, and by when.</param>
    /// <param name="by">The assignee.</param>
    /// <param name="at">The time.</param>
    public Outcome<Change> Decide(
        TaskId taskId,
        DecisionOutcome outcome,
        string reasons,
        IReadOnlyList<Condition> conditions,
        string? next,
        EvaluationSettings settings,
        Actor by,
        DateTimeOffset at
    )
    {
        if (Status != ApplicationStatus.InReview)
        {
            return CannotBe("decided");
        }

        return OwnOpenTask(taskId, by, TaskKind.Evaluation, TaskKind.SecondReview, TaskKind.Resolution)
            .Then<Change>(task =>
            {
                var criteria = task.Kind == TaskKind.Resolution ? [] : Criteria;
                var findings = task.Kind == TaskKind.SecondReview ? task.FindingsOf(by.Id) : task.Findings;
                if (DecisionRules.Broken(criteria, findings, outcome, reasons, conditions, at) is { } broken)
                {
                    return broken;
                }

                TaskDecision decided = new(outcome.AsTaskOutcome(), reasons, conditions, by, at.ToUniversalTime());
                var after = With(task.DoneWith(decided));
                return Follows(taskId, outcome, settings) is not { } kind ? after.Count(Counting(task, decided, outcome), next, by, at)
                    : after.Unfit(kind, next) is { } unfit ? unfit
                    : after.Continue(task, decided, kind, next, settings, by, at);
            });
    }

    /// <summary>
    /// Whether a person has, or had, a second review that is open, and hasn't found on every criterion in it. Until then they are told
    /// nothing of what the first evaluator found or decided: who gave it up may get it again.
    /// </summary>
    public bool IsBlind(string person) =>
        Tasks.Any(task =>
            task is { IsOpen: true, Kind: TaskKind.SecondReview }
            && (task.Assignee == person || task.FormerAssignees.Contains(person))
            && !Criteria.All(criterion => task.FindingsOf(person).Any(finding => finding.Criterion == criterion.Number))
        );

    /// <summary>The tasks as a person may see them: to one who <see cref="IsBlind"/>, others' have neither findings nor decision.</summary>
    public IReadOnlyList<EvaluationTask> TasksShownTo(string person) =>
        IsBlind(person)
            ? [.. Tasks.Select(task => task.IsOpen || !task.IsNzqas ? task : task with { Findings = [], Decision = null })]
            : Tasks;

    /// <summary>Whether a person decided a task of it for NZQA.</summary>
    public bool WasDecidedBy(string person) => Tasks.Any(task => task.IsNzqas && task.Decision?.By.Id == person);

    private TaskDecision FirstDecision => Tasks.Last(task => task.Kind == TaskKind.Evaluation).Decision!;

    private bool NeedsSecondReview(DecisionOutcome outcome, EvaluationSettings settings) =>
        outcome == DecisionOutcome.Decline
        || Content.MicroCredential?.Level >= settings.SecondReviewFromLevel
        || LevelOfEntry >= settings.SecondReviewFromLevel
        || Chance < settings.SecondReviewShare;

    /// <summary>A number from 0 to 1 that is always the same for an application, and spread evenly over all of them.</summary>
    private double Chance => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Id.Value.ToByteArray())) / (uint.MaxValue + 1.0);

    private Change Continue(
        EvaluationTask decidedTask,
        TaskDecision decided,
        TaskKind kind,
        string? next,
        EvaluationSettings settings,
        Actor by,
        DateTimeOffset at
    )
    {
        var days = IsUrgent ? settings.UrgentSecondReviewWorkingDays : settings.SecondReviewWorkingDays;
        var soonest = WorkingDays.Deadline(at, days);
        var task = NewTask(kind, next, decidedTask.Due > soonest ? decidedTask.Due : soonest, at);
        return (this with { Tasks = [.. Tasks, task] }).Because(
            by,
            at,
            new DecisionRecorded(decidedTask.Id, decided.Outcome, decided.Reasons, task.Id, kind, next)
        );
    }

    private Outcome<Change> Count(Decision decision, string? registrar, Actor by, DateTimeOffset at)
    {
        var ended = WithTasksClosed() with { Decision = decision };
        if (decision.Outcome == DecisionOutcome.Decline)
        {
            return (ended with { Status = ApplicationStatus.Declined }).Because(by, at, new Declined(decision));
        }

        var approved = ended with { Status = ApplicationStatus.Approved };
        var conditions = decision.Conditions;
        return conditions.Count == 0 ? approved.Because(by, at, new Approved(decision))
            : Unfit(TaskKind.ConditionFollowUp, registrar) is { } unfit ? unfit
            : approved
                .WithFollowUps(conditions, registrar, at)
                .Because(by, at, new Approved(decision), new FollowUpAssigned(conditions.Count, registrar));
    }

    /// <summary>The decision that counts: of two that agree, the reasons and conditions of both.</summary>
    private Decision Counting(EvaluationTask task, TaskDecision decided, DecisionOutcome outcome)
    {
        var (reasons, conditions) = (decided.Reasons, decided.Conditions);
        if (task.Kind == TaskKind.SecondReview)
        {
            var first = FirstDecision;
            reasons = first.Reasons == reasons ? reasons : $"{first.Reasons}\n\n{reasons}";
            conditions = [.. first.Conditions.Union(conditions)];
        }

        return new(outcome, reasons, conditions, decided.By, decided.At);
    }

    private bool HasCriterion(int number) => EvaluationCriteria.Of(Edition).Any(criterion => criterion.Number == number);
}
