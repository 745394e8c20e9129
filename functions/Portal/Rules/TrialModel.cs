using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>The page that tries an edition of the rules on the applications of the past.</summary>
/// <param name="Form">Its form, with the edition as JSON.</param>
/// <param name="Outcome">What came of it; null before it is tried.</param>
public sealed record TrialModel(Form Form, TrialOutcome? Outcome) : PageModel(typeof(TrialPage))
{
    /// <summary>The field with the edition.</summary>
    public const string EditionField = "edition";

    /// <summary>The field with a file in its place.</summary>
    public const string FileField = "file";
}

/// <summary>What an edition of the rules would do.</summary>
/// <param name="Edition">The edition's id.</param>
/// <param name="Applications">How many applications were tried.</param>
/// <param name="Failing">The rules that any would break, and which would.</param>
public sealed record TrialOutcome(
    string Edition,
    int Applications,
    IReadOnlyList<(ValidationRule Rule, IReadOnlyList<ApplicationId> Applications)> Failing
);
