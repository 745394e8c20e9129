using System.Globalization;
using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>The domain's values as people read them.</summary>
internal static class Labels
{
    private static readonly TimeZoneInfo NewZealand = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland");

    public static string Of(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Such as “23 November 2026”: the day in New Zealand.</summary>
    public static string Day(DateTimeOffset at) => Of(DateOnly.FromDateTime(There(at)));

    /// <summary>Such as “23 November 2026, 2:05 pm”, in New Zealand's time.</summary>
    public static string Time(DateTimeOffset at) =>
        There(at).ToString("d MMMM yyyy, h:mm ", CultureInfo.InvariantCulture)
        + There(at).ToString("tt", CultureInfo.InvariantCulture).ToLowerInvariant();

    /// <summary>An application's title, or words that stand for one.</summary>
    public static string TitleOf(Application application) => Title(application.Content.MicroCredential?.Title);

    /// <summary>A title, or words that stand for one.</summary>
    public static string Title(string? title) => Text.IsGiven(title) ? title : "Application without a title";

    /// <param name="status">The status.</param>
    /// <param name="toProvider">Whether its provider reads it.</param>
    public static string Of(ApplicationStatus status, bool toProvider = true) =>
        status switch
        {
            ApplicationStatus.Draft => "Draft",
            ApplicationStatus.Submitted => "Submitted",
            ApplicationStatus.Returned => toProvider ? "Returned to you" : "Returned",
            ApplicationStatus.InReview => "With an evaluator",
            ApplicationStatus.Reconsidering => "Being reconsidered",
            ApplicationStatus.InformationRequested => toProvider ? "Waiting for your answer" : "Waiting for the provider’s answer",
            _ => status.ToString(),
        };

    public static string Of(ApplicationType type) =>
        type switch
        {
            ApplicationType.ListingApproval => "Approval of a micro-credential that is already taught",
            ApplicationType.ListingApprovalAccreditation => "Approval of a new micro-credential, and the right to teach it",
            ApplicationType.Accreditation => "The right to teach a micro-credential of another provider",
            ApplicationType.Change => "A change to a micro-credential that is listed",
            _ => type.ToString(),
        };

    public static string Of(PathwayKind? kind) =>
        kind switch
        {
            PathwayKind.Follows => "Follows",
            PathwayKind.LeadsTo => "Leads to",
            PathwayKind.CountsTowards => "Counts towards",
            PathwayKind.Replaces => "Takes the place of",
            _ => "Kind not given",
        };

    /// <summary>A pathway as its target has it.</summary>
    public static string FromOtherSide(PathwayKind? kind) =>
        kind switch
        {
            PathwayKind.Follows => "Followed by",
            PathwayKind.LeadsTo => "Reached from",
            PathwayKind.CountsTowards => "Gets credits from",
            PathwayKind.Replaces => "Replaced by",
            _ => "Linked from",
        };

    /// <summary>Such as “Follows: number 7, StartUp Ignition”.</summary>
    public static string Of(PathwayContent pathway)
    {
        var number = pathway.RegisterNumber is { } given ? string.Create(CultureInfo.InvariantCulture, $"number {given}") : null;
        return $"{Of(pathway.Kind)}: {Joined(number, pathway.Name)}";
    }

    /// <summary>Such as “Secureflight (Employer): gives the sites”.</summary>
    public static string Of(PartnerContent partner)
    {
        var part = Text.IsGiven(partner.Part) ? $": {partner.Part}" : "";
        return $"{partner.Name} ({(partner.Kind is { } kind ? Of(kind) : "kind not given")}){part}";
    }

    /// <summary>Such as “Academic Board, 3 February 2026, AB 26/12”.</summary>
    public static string Of(UniversityApprovalContent approval) =>
        Joined(approval.Body, approval.Date is { } date ? Of(date) : null, approval.Reference);

    /// <summary>Such as “English (New Zealand), te reo Māori”; a language without a name here goes by its tag.</summary>
    public static string Languages(IEnumerable<string> tags) =>
        string.Join(
            ", ",
            tags.Select(tag =>
                tag.ToUpperInvariant() switch
                {
                    "EN" => "English",
                    "EN-NZ" => "English (New Zealand)",
                    "MI" or "MI-NZ" => "te reo Māori",
                    "NZS" => "New Zealand Sign Language",
                    _ => tag,
                }
            )
        );

    private static string Joined(params IEnumerable<string?> parts) => string.Join(", ", parts.Where(Text.IsGiven));

    public static string Of(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.Curriculum => "Curriculum",
            DocumentKind.AssessmentPlan => "Assessment plan",
            DocumentKind.EvidenceOfNeed => "Evidence of need",
            DocumentKind.SupportLetter => "Letter of support",
            DocumentKind.Other => "Other documents",
            _ => kind.ToString(),
        };

    public static string Of(StakeholderKind kind) =>
        kind switch
        {
            StakeholderKind.StandardSettingBody => "Standard-setting body",
            StakeholderKind.Iwi => "Iwi",
            _ => kind.ToString(),
        };

    public static string Of(Fund fund) =>
        fund switch
        {
            Approval.Fund.Dq1To2 => "DQ1-2: levels 1 and 2",
            Approval.Fund.Dq3To7 => "DQ3-7: levels 3 to 7, not degree level",
            Approval.Fund.Dq7To10 => "DQ7-10: levels 7 (degree) to 10",
            _ => fund.ToString(),
        };

    public static string Of(CriterionResult result) =>
        result switch
        {
            CriterionResult.Met => "Met",
            CriterionResult.NotMet => "Not met",
            CriterionResult.MetWithCondition => "Met with a condition",
            _ => result.ToString(),
        };

    public static string Of(DecisionOutcome outcome) =>
        outcome switch
        {
            DecisionOutcome.Approve => "Approve",
            DecisionOutcome.ApproveWithConditions => "Approve with conditions",
            DecisionOutcome.Decline => "Decline",
            _ => outcome.ToString(),
        };

    public static string Of(TaskOutcome outcome) =>
        outcome.AsDecision() is { } decision
            ? Of(decision)
            : outcome switch
            {
                TaskOutcome.Eligible => Of(FundingOutcome.Eligible),
                TaskOutcome.Ineligible => Of(FundingOutcome.Ineligible),
                TaskOutcome.Uphold => "The decline stands",
                TaskOutcome.NotMet => "Not met",
                TaskOutcome.Extend => "More time",
                TaskOutcome.Continue => "It goes on until its next review",
                TaskOutcome.Expire => "It expires",
                _ => outcome.ToString(),
            };

    public static string Of(ConditionStatus status) => status == ConditionStatus.NotMet ? "Not met" : status.ToString();

    public static string Of(FundingOutcome outcome) =>
        outcome switch
        {
            FundingOutcome.Eligible => "TEC may fund it",
            FundingOutcome.Ineligible => "TEC may not fund it",
            FundingOutcome.Referred => "A funding adviser decides",
            _ => outcome.ToString(),
        };

    public static string Of(FundingTestOutcome outcome) =>
        outcome switch
        {
            FundingTestOutcome.Referred => "A person decides",
            FundingTestOutcome.NotApplicable => "Doesn’t apply",
            _ => outcome.ToString(),
        };

    public static string Of(TaskKind kind) =>
        kind switch
        {
            TaskKind.SecondReview => "Second review",
            TaskKind.FundingReferral => "Funding decision",
            TaskKind.Resolution => "Two evaluators disagree",
            TaskKind.ConditionFollowUp => "A condition to follow up",
            TaskKind.EntryReview => "The review of an entry",
            _ => kind.ToString(),
        };

    /// <summary>Where an application is, for those who work on it.</summary>
    public static string Of(Stage stage) =>
        stage switch
        {
            Stage.Drafting => "Being written",
            Stage.Validation => "Being checked by rules",
            Stage.Correction => "With its provider, to be corrected",
            Stage.Assignment => "About to get an evaluator",
            Stage.Evaluation => "With an evaluator",
            Stage.SecondReview => "With a second evaluator",
            Stage.Resolution => "With a registrar, since two evaluators disagree",
            Stage.Information => "Waiting for its provider’s answer",
            Stage.Reconsideration => "With a registrar, who reconsiders the decline",
            Stage.Funding => "Funding being decided",
            Stage.Publication => "About to be published",
            _ => stage.ToString(),
        };

    /// <summary>An event of the audit trail as words, such as “Evaluator assigned”.</summary>
    public static string Event(string name) =>
        string.Concat(
            name.Select((letter, index) => index > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")
        );

    /// <summary>Such as “1.5 MB”.</summary>
    public static string Size(long bytes) =>
        bytes < 1_000_000
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1000)} KB")
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.#} MB");

    /// <summary>A mode of delivery that begins a line.</summary>
    public static string Capital(DeliveryMode mode) => Of([mode]);

    /// <summary>An enum's values as the choices of a field.</summary>
    public static IEnumerable<(string Value, string Text)> Choices<T>(Func<T, string> label)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => (EnumNames.Of(value), label(value)));

    private static DateTime There(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, NewZealand).DateTime;

    public static string Of(RegisterStatus status) => status == RegisterStatus.ListedByMistake ? "Listed by mistake" : status.ToString();

    public static string Of(UseCase useCase) =>
        useCase switch
        {
            UseCase.Pathway => "A pathway to a full qualification",
            UseCase.Upskilling => "Upskilling",
            UseCase.EmergingNeed => "A new or emerging skill need",
            _ => useCase.ToString(),
        };

    /// <summary>Such as “Online, at work”.</summary>
    public static string Of(IEnumerable<DeliveryMode> modes)
    {
        var list = string.Join(", ", modes.Select(Of));
        return $"{list[..1].ToUpperInvariant()}{list[1..]}";
    }

    public static string Of(RegisterFunding funding) =>
        funding.Outcome switch
        {
            FundingOutcome.Eligible => string.Create(
                CultureInfo.InvariantCulture,
                $"Approved for TEC funding{Fund(funding.Fund)}; {funding.Efts:0.0000} EFTS"
            ),
            FundingOutcome.Ineligible => "Not funded by TEC",
            _ => "TEC funding is being decided",
        };

    public static string Of(StandardContent standard, Func<StandardContent, int?> number) =>
        number(standard)?.ToString(CultureInfo.InvariantCulture) ?? "–";

    public static string Of(DeliveryMode mode) =>
        mode switch
        {
            DeliveryMode.Workplace => "at work",
            DeliveryMode.ProviderBased => "at the provider’s place",
            DeliveryMode.Online => "online",
            DeliveryMode.Blended => "online and face to face",
            _ => mode.ToString(),
        };

    private static string Fund(Fund? fund) =>
        fund switch
        {
            Approval.Fund.Dq1To2 => " (DQ1-2)",
            Approval.Fund.Dq3To7 => " (DQ3-7)",
            Approval.Fund.Dq7To10 => " (DQ7-10)",
            _ => "",
        };
}
