namespace MicroCred.Approval.Tests;

/// <summary>
/// Builds applications for tests: start from a valid one, change what the test is about, and end with the stage it needs.
/// <code>AnApplication.WithoutFault.With(content => content with { Credits = 41 }).Submitted()</code>
/// </summary>
internal sealed record AnApplication(Provider Provider, ApplicationContent Content, IReadOnlyList<DocumentKind> Documents)
{
    public static ApplicationId Id { get; } = ApplicationId.Parse("11111111-2222-3333-4444-555555555555");

    /// <summary>At level 3 with 20 credits, by MITO, without funding; valid under the edition of 2018.</summary>
    public static AnApplication WithoutFault { get; } =
        new(
            Providers.Mito,
            new(
                ApplicationType.ListingApprovalAccreditation,
                new(
                    Title: "Workshop foundations",
                    Level: 3,
                    Credits: 20,
                    Nzsced: "030501",
                    UseCase: UseCase.Pathway,
                    Purpose: "Prepares learners for work in a workshop.",
                    Outcomes: ["Use hand tools safely.", "Service a light vehicle."],
                    LearningHours: 200,
                    DeliveryModes: [DeliveryMode.Workplace, DeliveryMode.Online],
                    EntryRequirements: "Open entry.",
                    Assessment: "Observed at work; one in ten moderated.",
                    ReviewPeriodYears: 1,
                    Standards: [new(30477, 1, "Use tools", 3, 8), new(30478, 2, "Service a vehicle", 3, 12)]
                ),
                new(
                    "Workshops can't find starters.",
                    [
                        new("Motor Trade Association", StakeholderKind.Industry, StakeholderView.Supports, "Needs 400 starters a year."),
                        new("Learners of 2025", StakeholderKind.Learner, StakeholderView.Supports, "Want a first credential."),
                    ]
                )
            ),
            [DocumentKind.Curriculum, DocumentKind.AssessmentPlan, DocumentKind.EvidenceOfNeed]
        );

    public static AnApplication ByAUniversity { get; } = WithoutFault.By(Providers.Vuw);

    /// <summary>With every optional fact about the micro-credential, its partners and its stakeholders.</summary>
    public static AnApplication WithEveryFact { get; } =
        WithoutFault
            .With(content =>
                content with
                {
                    Pathways =
                    [
                        new(PathwayKind.Follows, 7),
                        new(PathwayKind.LeadsTo, Name: "New Zealand Apprenticeship"),
                        new(PathwayKind.CountsTowards, 8, "Workshop practice"),
                    ],
                    RecognitionOfPriorLearning = "Learners who worked in a workshop are assessed without the course.",
                    AwardRequires = "A driver licence of class 1.",
                    AssessorRequirements = "A tradesperson with two years' experience.",
                    Moderation = "One in ten assessments is moderated by another workshop.",
                    RestrictedTo = "Staff of one workshop.",
                    Languages = ["en-NZ", "mi"],
                    DeliverySites = ["Auckland", "Ōtautahi"],
                    ExpectedLearnersPerYear = 40,
                }
            )
            .WithAll(content =>
                content with
                {
                    CommissionedBy = "Ministry of Transport",
                    Partners = [new("Motor Trade Association", StakeholderKind.Industry, "Gives the tools.")],
                }
            )
            .Needed(
                "Workshops can't find starters.",
                new StakeholderContent("Iwi of the region", StakeholderKind.Iwi, StakeholderView.Neutral, "Ask for te reo.", "Added it."),
                new StakeholderContent("Learners of 2025", StakeholderKind.Learner, StakeholderView.Supports, "Want it online.")
            );

    public AnApplication By(Provider provider) => this with { Provider = provider };

    public AnApplication With(Func<MicroCredentialContent, MicroCredentialContent> change) =>
        this with
        {
            Content = Content with { MicroCredential = change(Content.MicroCredential!) },
        };

    public AnApplication WithAll(Func<ApplicationContent, ApplicationContent> change) => this with { Content = change(Content) };

    public AnApplication WithStakeholders(params StakeholderKind[] kinds) =>
        Needed("Somebody needs it.", [.. kinds.Select(kind => new StakeholderContent("Somebody", kind, StakeholderView.Supports, "Yes."))]);

    public AnApplication Needed(string statement, params StakeholderContent[] stakeholders) =>
        WithAll(content => content with { Need = new(statement, stakeholders) });

    public AnApplication Without(DocumentKind kind) => this with { Documents = [.. Documents.Where(document => document != kind)] };

    public AnApplication And(DocumentKind kind) => this with { Documents = [.. Documents, kind] };

    /// <summary>Asks for funding without any obstacle, changed as the test needs.</summary>
    public AnApplication AskingForFunding(Func<FundingContent, FundingContent>? change = null)
    {
        var funding = new FundingContent(
            true,
            Fund.Dq3To7,
            60m,
            "Starters in workshops.",
            RegulatoryCompliance: false,
            PostEntryHealthProfessional: false
        );
        return WithAll(content => content with { Funding = change is null ? funding : change(funding) });
    }

    public AnApplication Urgent() => WithAll(content => content with { Urgency = new("Ministry of Health", "An outbreak.") });
}
