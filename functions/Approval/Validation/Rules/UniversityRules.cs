namespace MicroCred.Approval;

/// <summary>A university's approval of its own micro-credential, which NZQA only lists. [Listing Rules 2022 r 14(5)]</summary>
internal static class UniversityRules
{
    private const string Field = "universityApproval";

    public static readonly ValidationRule OnlyUniversities = new(
        "UNI01",
        Severity.Error,
        "Only a university states its own approval.",
        "Take it out; NZQA decides.",
        submission =>
            submission.Application is { Provider.Type: not ProviderType.University, Content.UniversityApproval: not null }
                ? [new(Field, $"{submission.Application.Provider.Name} is not a university.")]
                : []
    );

    public static readonly ValidationRule OnRecord = new(
        "UNI02",
        Severity.Warning,
        "A university says which of its bodies approved the micro-credential, and when.",
        "Give the body and the date of its decision.",
        submission =>
            (submission.Application.Provider.Type, submission.Application.Content.UniversityApproval) switch
            {
                (not ProviderType.University, _) => [],
                (_, null) => [new(Field, "It doesn't say who at the university approved it.")],
                (_, var approval) => (
                    (Found?[])
                        [
                            Text.IsGiven(approval.Body) ? null : new($"{Field}.body", "It doesn't say who at the university approved it."),
                            approval.Date is null ? new($"{Field}.date", "It doesn't say when the university approved it.") : null,
                        ]
                ).OfType<Found>(),
            }
    );
}
