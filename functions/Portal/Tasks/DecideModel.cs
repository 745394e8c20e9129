using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>The page that decides a task: a form, then what the provider will read, to be confirmed.</summary>
/// <param name="Application">The application.</param>
/// <param name="Task">The task.</param>
/// <param name="Form">The decision as typed.</param>
/// <param name="Conditions">The conditions as they will be kept, where <paramref name="IsToConfirm"/>.</param>
/// <param name="IsToConfirm">Whether it is shown to be confirmed.</param>
public sealed record DecideModel(
    Application Application,
    EvaluationTask Task,
    Form Form,
    IReadOnlyList<Condition> Conditions,
    bool IsToConfirm
) : PageModel(typeof(DecidePage))
{
    /// <summary>The task that the decision leads to before it counts; null where it counts at once.</summary>
    public TaskKind? Follows { get; init; }

    /// <summary>The task with the findings that the decision rests on: in a second review the assignee's own alone.</summary>
    internal EvaluationTask Counting =>
        Task.Kind == TaskKind.SecondReview
            ? Task with
            {
                Findings = [.. Task.Findings.Where(finding => finding.By == Task.Assignee)],
            }
            : Task;

    /// <summary>What comes of confirming it.</summary>
    internal string Consequence =>
        Follows switch
        {
            TaskKind.SecondReview =>
                "A second evaluator decides, too, before the provider is told. If you agree, this is what the provider "
                    + "will read, with the other’s reasons.",
            TaskKind.Resolution => "The first evaluator decided otherwise. A registrar reads both and decides before the provider is told.",
            _ when Task.Kind == TaskKind.SecondReview =>
                "The first evaluator decided the same. The provider will read this after the other’s " + "reasons.",
            _ when IsReview => "The provider reads your reasons. The register shows at once whether the entry goes on.",
            _ when IsFollowUp => "The provider reads your reasons. The register shows whether the condition is met.",
            _ => "This is what the provider will read.",
        };

    /// <summary>The hidden field with <c>yes</c> that says that the decision was shown and is meant.</summary>
    public const string ConfirmedField = "confirmed";

    /// <summary>The field whose value <see cref="Change"/> asks for the form again.</summary>
    public const string ThenField = "then";

    /// <summary>Asks for the form again.</summary>
    public const string Change = "change";

    /// <summary>The rows of conditions, each with <c>text</c> and <c>due</c>.</summary>
    public const string ConditionList = "conditions";

    /// <summary>The fields of the form that are filled in.</summary>
    internal IEnumerable<string> Fields =>
        Form.Values.Keys.Where(name =>
            name is "outcome" or "reasons" or "due" || name.StartsWith($"{ConditionList}[", StringComparison.Ordinal)
        );

    internal bool IsReferral => Task.Kind == TaskKind.FundingReferral;

    internal bool IsFollowUp => Task.Kind == TaskKind.ConditionFollowUp;

    internal bool IsReview => Task.Kind == TaskKind.EntryReview;

    internal EntryReview? Review => Application.ReviewOf(Task.Id);

    internal bool TakesConditions => !IsFollowUp && !IsReview;

    internal IEnumerable<(string Value, string Text)> Outcomes =>
        TaskOutcomes.Of(Task.Kind).Select(outcome => (outcome.ToString(), Labels.Of(outcome)));

    /// <summary>The outcome that was chosen, as the provider will read it.</summary>
    internal string OutcomeInWords => Labels.Of(Enum.Parse<TaskOutcome>(Form["outcome"]));
}
