namespace MicroCred.Approval;

/// <summary>What validation looks at: the application, the edition that judges it, and what the register already has.</summary>
public sealed record Submission(Application Application, RuleEdition Edition, RegisterContext Register)
{
    internal MicroCredentialContent MicroCredential => Application.Content.MicroCredential ?? new();

    // Lists as entered may hold nulls; rules needn't think of that.
    internal IReadOnlyList<string> Outcomes => [.. (MicroCredential.Outcomes ?? []).Where(Text.IsGiven)];

    internal IReadOnlyList<StandardContent> Standards => [.. (MicroCredential.Standards ?? []).Where(standard => standard is not null)];

    internal IReadOnlyList<StakeholderContent> Stakeholders =>
        [.. (Application.Content.Need?.Stakeholders ?? []).Where(stakeholder => stakeholder is not null)];

    internal bool Has(DocumentKind kind) => Application.Documents.Any(document => document.Kind == kind);
}
