using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>A task, with all of the application that it is about.</summary>
/// <param name="Application">The application.</param>
/// <param name="Task">The task.</param>
/// <param name="Assignee">The name of the person who has it; null where nobody has.</param>
/// <param name="IsOverdue">Whether it is open and past its due date.</param>
/// <param name="IsOwn">Whether the reader has it.</param>
/// <param name="Oversees">Whether the reader may give it to somebody else.</param>
/// <param name="Findings">A form for each criterion of the application's edition.</param>
/// <param name="Question">The form that asks the provider something.</param>
/// <param name="Back">Where the reader's list of tasks is.</param>
public sealed record TaskModel(
    Application Application,
    EvaluationTask Task,
    string? Assignee,
    bool IsOverdue,
    bool IsOwn,
    bool Oversees,
    IReadOnlyList<(EvaluationCriterion Criterion, Form Form)> Findings,
    Form Question,
    string Back
) : PageModel(typeof(TaskPage))
{
    /// <summary>Whether the reader may read the documents, which TEC may not.</summary>
    public bool Downloads { get; init; } = true;

    /// <summary>What a change would make another than the entry is now, by section; null where it changes none.</summary>
    public IReadOnlyList<(Section Section, IReadOnlyList<ChangedAnswer> Answers)>? Changes { get; init; }

    /// <summary>What others found and decided before, as the reader may know, oldest first.</summary>
    public IReadOnlyList<EvaluationTask> Earlier { get; init; } = [];

    /// <summary>The names of those who found something on the task or on earlier ones, by id.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>The private notes that the reader may read; null for who may have none.</summary>
    public IReadOnlyList<Note>? Notes { get; init; }

    /// <summary>The form that writes a private note; null for who may not write one.</summary>
    public Form? NoteForm { get; init; }

    /// <summary>What is like the application; null where that isn't shown.</summary>
    public IReadOnlyList<SimilarLine>? Similar { get; init; }

    /// <summary>The hidden field that tells the page's forms apart.</summary>
    public const string ActionField = "action";

    /// <summary>The action that asks the provider something; any other records a finding.</summary>
    public const string Ask = "ask";

    /// <summary>The action that writes a private note.</summary>
    public const string WriteNote = "note";

    /// <summary>The action that records a finding.</summary>
    public const string Find = "find";

    /// <summary>The name of the form for a criterion.</summary>
    public static string FormOf(int criterion) => $"criterion-{Section.Words(criterion)}";

    internal Form? Wrong =>
        Findings.Select(finding => finding.Form).Append(Question).Append(NoteForm).FirstOrDefault(form => form?.Errors.Count > 0);

    internal bool IsReferral => Task.Kind == TaskKind.FundingReferral;

    /// <summary>The name of somebody else whose finding counts until the reader records their own; null where there is none.</summary>
    internal string? OthersFinding(int criterion) =>
        Task.Findings.FirstOrDefault(found => found.Criterion == criterion) is { } found && found.By != Task.Assignee
            ? Names.GetValueOrDefault(found.By, found.By)
            : null;

    internal bool HasFindings => Task.Kind is TaskKind.Evaluation or TaskKind.SecondReview;

    internal bool TakesFindings => HasFindings && IsOwn && Task.IsOpen;

    internal bool TakesQuestions => TakesFindings && Application.Stage is not Stage.Information;
}
