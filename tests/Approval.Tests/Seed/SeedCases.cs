namespace MicroCred.Approval.Tests;

/// <summary>
/// The cases in NZQA's paper. Facts from the paper are unchanged; the rest is illustrative: the numbers of standards, the fees, the
/// wording, and the two university courses' levels.
/// </summary>
internal static partial class SeedCases
{
    private static AnApplication Case(
        Provider provider,
        UseCase useCase,
        string title,
        int level,
        int credits,
        string subject,
        string purpose,
        params DeliveryMode[] modes
    ) =>
        AnApplication
            .WithoutFault.By(provider)
            .With(_ =>
                new(
                    title,
                    level,
                    credits,
                    subject,
                    DegreeLevel: null,
                    useCase,
                    purpose,
                    Outcomes: [$"Do what {title} is about, at work (illustrative)."],
                    LearningHours: 10 * credits,
                    modes,
                    EntryRequirements: "Open entry (illustrative).",
                    Assessment: "Assessed in practice, moderated every year (illustrative).",
                    ReviewPeriodYears: 1,
                    Standards: []
                )
            )
            .AskingForFunding();

    private static AnApplication Wrapping(this AnApplication application, params StandardContent[] standards) =>
        application.With(content => content with { Standards = standards });

    /// <summary>By a body of its university, on an illustrative day.</summary>
    private static AnApplication ApprovedBy(this AnApplication application, string body) =>
        application.WithAll(content => content with { UniversityApproval = new(body, new DateOnly(2020, 2, 3)) });

    private static StandardContent Standard(int number, string title, int level, int credits) =>
        new(number, Version: 1, $"{title} (illustrative)", level, credits);

    private static StakeholderContent Support(StakeholderKind kind, string name, string summary) =>
        new(name, kind, StakeholderView.Supports, summary);
}
