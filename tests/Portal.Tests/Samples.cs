using MicroCred.Approval;
using MicroCred.Portal.Statistics;
using MicroCred.Portal.Status;
using MicroCred.Portal.Verify;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace MicroCred.Portal.Tests;

/// <summary>Pages to look at, with an entry that has everything and one that has as little as there can be.</summary>
internal static class Samples
{
    public const string Hostile = "<script>alert(1)</script> & \"quotes\" 'n' <b>bold</b>";

    /// <summary>Text that runs from right to left.</summary>
    public const string Hebrew = "שלום";

    private static readonly Provider Mito = new(ProviderNumber.Parse("9001"), "MITO (Te Pūkenga WBL)", ProviderType.WorkBasedLearning);

    public static Pages Pages { get; } = new(new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance);

    public static RegisterEntry Full { get; } =
        new(
            5056,
            1,
            ReportingCode.Parse("5056"),
            "StartUp Ignition",
            Level.Create(2),
            Credits.Create(20),
            NzscedCode.Parse("030501"),
            Mito,
            [Mito],
            UseCase.Pathway,
            "Learners who are still at school find out what work in the automotive industry is like, and earn credits towards a full "
                + "qualification.\nThey work on real vehicles.",
            ["Describe safe working practices in an automotive workshop", "Carry out basic servicing under supervision"],
            [DeliveryMode.Online, DeliveryMode.Workplace],
            [
                new(30477, 1, "Demonstrate knowledge of safe working practices in an automotive workshop", 2, 4),
                new(30572, 2, "Carry out basic vehicle checks", 2, 6),
            ],
            new DateOnly(2021, 11, 26),
            new DateOnly(2022, 11, 26),
            new DateOnly(2024, 6, 30),
            new DateOnly(2026, 6, 30),
            RegisterStatus.Expiring,
            new RegisterFunding(FundingOutcome.Eligible, Fund.Dq1To2, 0.1667m),
            Guid.Parse("0d9f5b0e-6f43-4f0e-9d4f-0a3a4f3c2b11")
        )
        {
            Pathways =
            [
                new(PathwayKind.Follows, 12, "First steps in a workshop"),
                new(PathwayKind.LeadsTo, Name: "New Zealand Apprenticeship"),
            ],
            LinkedFrom =
            [
                new(PathwayKind.Follows, 5058, "StartUp Accelerate"),
                new(PathwayKind.CountsTowards, 5059, "Work in a team"),
                new(PathwayKind.Replaces, 5060, "StartUp"),
                new(PathwayKind.LeadsTo, 5061, "Try a trade"),
            ],
            RecognitionOfPriorLearning = "Learners who worked in a workshop may show what they can do.",
            AwardRequires = "A driver licence.",
            AssessorRequirements = "A tradesperson with two years of work.",
            Languages = ["en-NZ", "mi", "fr"],
            DeliverySites = ["Auckland", "Ōtautahi"],
            RestrictedTo = "Learners at school.",
            Partners =
            [
                new("Motor Trade Association", StakeholderKind.Industry, "Lends the tools."),
                new("A school", StakeholderKind.Community),
            ],
            CommissionedBy = "Ministry of Transport",
            UniversityApproval = new("Academic Board", new DateOnly(2021, 11, 2), "AB 21/12"),
        };

    public static RegisterEntry Bare { get; } =
        Full with
        {
            Number = 1,
            Code = null,
            Title = "Introduction to Digital Accessibility",
            Level = Level.Create(5),
            Credits = Credits.Create(1),
            Nzsced = null,
            Deliverers = [],
            UseCase = null,
            Outcomes = [],
            DeliveryModes = [],
            Standards = [],
            Pathways = [],
            LinkedFrom = [],
            RecognitionOfPriorLearning = null,
            AwardRequires = null,
            AssessorRequirements = null,
            Languages = [],
            DeliverySites = [],
            RestrictedTo = null,
            Partners = [],
            CommissionedBy = null,
            UniversityApproval = null,
            LastEnrolment = null,
            LastAchievement = null,
            Status = RegisterStatus.Current,
            Funding = null,
        };

    public static RegisterEntry Malicious { get; } =
        Full with
        {
            Title = Hostile,
            Purpose = Hostile,
            Outcomes = [Hostile],
            Standards = [new(Title: Hostile)],
            Developer = Mito with { Name = Hostile },
            Deliverers = [Mito with { Name = Hostile }],
            Pathways = [new(PathwayKind.LeadsTo, Name: Hostile), new(PathwayKind.Follows, 12, Hostile)],
            LinkedFrom = [new(PathwayKind.Follows, 5058, Hostile)],
            RecognitionOfPriorLearning = Hostile,
            AwardRequires = Hostile,
            AssessorRequirements = Hostile,
            Languages = [Hostile],
            DeliverySites = [Hostile],
            RestrictedTo = Hostile,
            Partners = [new(Hostile, StakeholderKind.Iwi, Hostile)],
            CommissionedBy = Hostile,
            UniversityApproval = new(Hostile, Date: null, Hostile),
        };

    /// <summary>Every text that people write runs from right to left, each of a number of its own.</summary>
    public static RegisterEntry RightToLeft { get; } =
        Full with
        {
            Title = $"{Hebrew} 1",
            Purpose = $"{Hebrew} 2",
            Outcomes = [$"{Hebrew} 3", $"{Hebrew} 4"],
            Standards = [new(Title: $"{Hebrew} 5"), new(Title: $"{Hebrew} 6")],
            Developer = Mito with { Name = $"{Hebrew} 7" },
            Deliverers = [Mito with { Name = $"{Hebrew} 8" }, Mito with { Name = $"{Hebrew} 9" }],
            Pathways = [new(PathwayKind.LeadsTo, Name: $"{Hebrew} 10"), new(PathwayKind.Follows, 12, $"{Hebrew} 11")],
            LinkedFrom = [new(PathwayKind.Follows, 5058, $"{Hebrew} 12")],
            RecognitionOfPriorLearning = $"{Hebrew} 13",
            AwardRequires = $"{Hebrew} 14",
            AssessorRequirements = $"{Hebrew} 15",
            DeliverySites = [$"{Hebrew} 16", $"{Hebrew} 17"],
            RestrictedTo = $"{Hebrew} 18",
            Partners = [new($"{Hebrew} 19", StakeholderKind.Iwi), new($"{Hebrew} 20", StakeholderKind.Iwi)],
            CommissionedBy = $"{Hebrew} 21",
            UniversityApproval = new($"{Hebrew} 22"),
        };

    public static RegisterListing Listing { get; } =
        new(
            new RegisterQuery
            {
                Words = ["start", "\"up\""],
                Level = Level.Create(2),
                Subject = "0305",
                Credits = CreditBand.All[2],
                ProviderType = ProviderType.WorkBasedLearning,
                Status = RegisterStatus.Current,
                UseCase = UseCase.Pathway,
                Funded = true,
                After = new(1, 12),
                Limit = 50,
            },
            new FoundEntries(
                [
                    Bare,
                    Full,
                    Full with
                    {
                        Number = 5057,
                        Title = "Vaccinate a Person with a COVID-19 Vaccine in a Vaccination Setting",
                        Status = RegisterStatus.Discontinued,
                    },
                ],
                Next: new(1, 5057),
                Total: 1234
            )
        );

    /// <summary>What is like an application: an entry, and another application that has no title yet.</summary>
    public static IReadOnlyList<SimilarLine> Similar { get; } =
    [
        new("Workshop basics", "/register/7", IsListed: true, 0.81, ["workshop", "Finds a fault in an engine."]),
        new("", "/applications/0197c5e2-6f4b-7a50-9d3e-2b8f4c6d1a70", IsListed: false, 0.3, []),
    ];

    /// <summary>What a page has around it for anybody.</summary>
    public static Frame Nobody { get; } = new(Viewer: null, "/");

    public static StatisticsModel Statistics { get; } =
        StatisticsOf([
            Full,
            Bare,
            Full with
            {
                Credits = Credits.Create(4),
                Level = Level.Create(5),
                ApprovedOn = new(2023, 2, 1),
                UseCase = UseCase.EmergingNeed,
            },
            .. Enumerable.Repeat(Full with { Level = Level.Create(3), ApprovedOn = new(2023, 11, 30) }, 120),
        ]);

    /// <summary>Every page, by a name, in every state that changes its make-up.</summary>
    public static TheoryData<string> Names => [.. All.Keys];

    public static Task<string> RenderAsync(string name) => All[name]();

    private static RegisterQuery For(string words) => new() { Words = [words], Limit = 50 };

    private static FoundEntries Found(params RegisterEntry[] entries) => new(entries, Next: null, entries.Length);

    public static StatisticsModel StatisticsOf(IReadOnlyList<RegisterEntry> entries) =>
        new(RegisterStatistics.Of(entries, new DateOnly(2026, 11, 30)));

    private static Dictionary<string, Func<Task<string>>> All { get; } =
        new(WorkSamples.All.Concat(ProviderSamples.All))
        {
            ["home"] = () => Pages.HomeAsync(RuleEditions.Default),
            ["register"] = () => Pages.RegisterAsync(Listing),
            ["register, unfiltered"] = () => Pages.RegisterAsync(new(new() { Limit = 50 }, Listing.Found with { Next = null })),
            ["register, nothing found"] = () => Pages.RegisterAsync(new(For("nothing"), Found())),
            ["register, hostile"] = () => Pages.RegisterAsync(new(For(Hostile) with { Subject = Hostile }, Found(Malicious))),
            ["register, right to left"] = () => Pages.RegisterAsync(new(For(Hebrew), Found(RightToLeft, RightToLeft))),
            ["entry, right to left"] = () => Pages.RegisterEntryAsync(RightToLeft),
            ["entry"] = () => Pages.RegisterEntryAsync(Full),
            ["entry, bare"] = () => Pages.RegisterEntryAsync(Bare),
            ["entry, hostile"] = () => Pages.RegisterEntryAsync(Malicious),
            ["statistics"] = () => Pages.RenderAsync(Statistics, Nobody),
            ["statistics, hostile"] = () => Pages.RenderAsync(StatisticsOf([Malicious]), Nobody),
            ["statistics, nothing counted"] = () => Pages.RenderAsync(StatisticsOf([]), Nobody),
            ["verify"] = () => Pages.RenderAsync(new VerifyModel(), Nobody),
            ["status"] = () => Pages.RenderAsync(new StatusModel(HasStorage: true, HasSignIn: true), Nobody),
            ["status, down"] = () => Pages.RenderAsync(new StatusModel(HasStorage: false, HasSignIn: false), Nobody),
            ["problem"] = () =>
                Pages.RenderAsync(new ProblemModel("Not found", "There is nothing here, or it isn’t yours to see.", [], null), Nobody),
            ["problem, hostile"] = () => Pages.RenderAsync(new ProblemModel(Hostile, Hostile, [Hostile], null), Nobody),
        };
}
