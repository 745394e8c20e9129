namespace MicroCred.Approval;

/// <summary>The input of validation: the application, the edition of the rules, and the register's related entries.</summary>
public sealed record SubmittedApplication(Application Application, RuleEdition Edition, RegisterContext Register)
{
    /// <summary>
    /// The same provider's applications for the same listing that are under way and were submitted earlier, earliest first.
    /// </summary>
    public IReadOnlyList<ApplicationId> AlikeUnderWay { get; init; } = [];

    /// <summary>The ids of accepted documents whose stored content is missing or altered.</summary>
    public IReadOnlyList<string> LostDocuments { get; init; } = [];

    /// <summary>Whether it concerns an entry of the register.</summary>
    internal bool Concerns => Application.Content.Type.ConcernsEntry();

    internal bool IsAccreditation => Application.Content.Type is ApplicationType.Accreditation;

    internal bool IsChange => Application.Content.Type is ApplicationType.Change;

    /// <summary>The entry that it concerns; null where there is none of its number.</summary>
    internal RegisterEntry? Entry => Concerns ? Register.Entry : null;

    internal VersionContent? Present => Register.Present;

    /// <summary>The micro-credential that is judged: for an accreditation the entry's content, delivered as the body says.</summary>
    internal MicroCredentialContent MicroCredential
    {
        get
        {
            var content = Application.Content.MicroCredential ?? new();
            return IsAccreditation && Entry is { } entry
                ? content with
                {
                    Title = entry.Title,
                    Level = entry.Level.Value,
                    Credits = entry.Credits.Value,
                    Nzsced = entry.Nzsced?.ToString() ?? content.Nzsced,
                    UseCase = entry.UseCase ?? content.UseCase,
                    Purpose = entry.Purpose.Length > 0 ? entry.Purpose : content.Purpose,
                    Outcomes = entry.Outcomes.Count > 0 ? entry.Outcomes : content.Outcomes,
                    LearningHours = (int)(CreditRules.HoursPerCredit * entry.Credits.Value),
                    Standards = entry.Standards,
                    Pathways = [],
                }
                : content;
        }
    }

    internal NeedContent Need => Application.Content.Need ?? new();

    /// <summary>The register entry of a number that a pathway names; null where there is none.</summary>
    internal PathwayTarget? TargetOf(int number) => Register.Targets.FirstOrDefault(target => target.Number == number);

    internal bool Has(DocumentKind kind) => Application.Documents.Any(document => document.Kind == kind);
}
