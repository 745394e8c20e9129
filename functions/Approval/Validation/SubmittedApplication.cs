namespace MicroCred.Approval;

/// <summary>What validation looks at: the application, the edition that judges it, and what the register already has.</summary>
public sealed record SubmittedApplication(Application Application, RuleEdition Edition, RegisterContext Register)
{
    /// <summary>
    /// Applications of the same provider for the same listing that are under way and were submitted before, the first of them first.
    /// </summary>
    public IReadOnlyList<ApplicationId> AlikeUnderWay { get; init; } = [];

    /// <summary>The ids of accepted documents whose bytes aren't kept as they came.</summary>
    public IReadOnlyList<string> LostDocuments { get; init; } = [];

    internal MicroCredentialContent MicroCredential => Application.Content.MicroCredential ?? new();

    internal NeedContent Need => Application.Content.Need ?? new();

    internal bool Has(DocumentKind kind) => Application.Documents.Any(document => document.Kind == kind);
}
