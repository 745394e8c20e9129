namespace MicroCred.Approval;

/// <summary>What validation looks at: the application, the edition that judges it, and what the register already has.</summary>
public sealed record Submission(Application Application, RuleEdition Edition, RegisterContext Register)
{
    internal MicroCredentialContent MicroCredential => Application.Content.MicroCredential ?? new();

    internal NeedContent Need => Application.Content.Need ?? new();

    internal bool Has(DocumentKind kind) => Application.Documents.Any(document => document.Kind == kind);
}
