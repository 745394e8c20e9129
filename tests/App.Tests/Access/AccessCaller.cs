namespace MicroCred.App.Tests.Access;

/// <summary>A caller, and their relation to the matrix's applications, which are Stratcom's.</summary>
/// <param name="Persona">The persona to sign in as; null for anonymous.</param>
/// <param name="Column">The caller's column in docs/access.md; null for none.</param>
/// <param name="IsAnothers">Whether they act for another provider.</param>
/// <param name="HasInterest">Whether they declared a conflict of interest.</param>
internal sealed record AccessCaller(string? Persona, string? Column, bool IsAnothers = false, bool HasInterest = false)
{
    public static IReadOnlyList<AccessCaller> All { get; } =
    [
        new(null, null),
        new("no-role", null),
        new("stratcom", "its own provider"),
        new("careerforce", "its own provider", IsAnothers: true),
        new("evaluator-1", "evaluators"),
        new("evaluator-2", "evaluators", HasInterest: true),
        new("evaluator-3", "evaluators"),
        new("registrar", "registrars"),
        new("funding-adviser", "funding advisers"),
        new("operator", "operators"),
    ];
}
