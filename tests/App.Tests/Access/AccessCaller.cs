namespace MicroCred.App.Tests.Access;

/// <summary>Somebody who calls, and what they are to the applications that the matrix is about, which are Stratcom's.</summary>
/// <param name="Persona">Whom they sign in as; null for nobody.</param>
/// <param name="Column">The column of docs/access.md that is about them; null where none is.</param>
/// <param name="IsAnothers">Whether they act for another provider.</param>
/// <param name="HasInterest">Whether they declared an interest in the provider.</param>
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
