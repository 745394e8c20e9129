using System.Globalization;
using static MicroCred.Approval.FundingTestOutcome;

namespace MicroCred.Approval;

/// <summary>
/// TEC's funding tests. [TEC micro-credential pages, 2021 to 2026] Rules decide funding at once; a person decides only where the
/// application says too little for a rule, or an exception needs evidence.
/// </summary>
public static class FundingTests
{
    /// <summary>The table of tests.</summary>
    public static IReadOnlyList<FundingTest> All { get; } =
    [
        // Results are listed in this order.
        new("FUND01", "NZQA approved it, or the university itself.", subject => subject.Decision switch
            {
                null => (NotApplicable, "It isn't decided yet; this is how the other tests stand."),
                { Outcome: DecisionOutcome.Decline } => (Failed, "It was declined."),
                { ByUniversity: true } => (Passed, "The university approved it."),
                _ => (Passed, "NZQA approved it."),
            }) { HasItsFacts = subject => subject.Decision is not null },
        new("FUND02", "At level 7 the application says whether it is degree-level.", subject => subject.MicroCredential switch
            {
                { Level: 7, DegreeLevel: null } => (Referred, "It is at level 7 and doesn't say whether it is degree-level."),
                { Level: 7, DegreeLevel: true } => (Passed, "It is degree-level."),
                { Level: 7 } => (Passed, "It isn't degree-level."),
                _ => (NotApplicable, "It isn't at level 7."),
            }) { HasItsFacts = subject => subject.MicroCredential is not { Level: 7, DegreeLevel: null } },
        new("FUND03", "TEC funds the provider in the level's fund.", subject => subject.LevelsFund switch
            {
                null => (NotApplicable, "The level doesn't settle the fund."),
                { } fund when subject.Holds(fund) => (Passed, $"It is funded in {Funds.Name(fund)} in {subject.On.Year}."),
                { } fund => (Failed, $"It isn't funded in {Funds.Name(fund)} in {subject.On.Year}."),
            }),
        new("FUND04", "There is evidence that an industry, an employer or a community needs it.", subject =>
            NeedIsShown(subject.Application)
                ? (Passed, "The need is stated, and supported by those who have it.")
                : (Referred, "No industry, employer or community was shown to support a stated need.")
        )
        {
            HasItsFacts = subject =>
                subject.Application.Content.Need is { Statement: var statement, GivenStakeholders.Count: > 0 } && Text.IsGiven(statement),
        },
        new("FUND05", "Employment outcomes are stated.", subject =>
            Text.IsGiven(subject.Asked.EmploymentOutcomes) ? (Passed, "They are stated.") : (Referred, "They aren't stated.")
        )
        {
            HasItsFacts = subject => Text.IsGiven(subject.Asked.EmploymentOutcomes),
        },
        new("FUND06", "It isn't health-and-safety or compliance learning that employers must pay for.", subject => subject switch
            {
                { LevelsFund: Fund.Dq7To10 } => (NotApplicable, "DQ7-10 doesn't ask."),
                { Asked.RegulatoryCompliance: false } => (Passed, "It isn't."),
                { Asked.RegulatoryCompliance: true, LevelsFund: not null } => (Failed, "It is."),
                { Asked.RegulatoryCompliance: true } => (Referred, "It is, which counts unless the fund is DQ7-10."),
                _ => (Referred, "The application doesn't say."),
            }) { HasItsFacts = subject => subject is { LevelsFund: Fund.Dq7To10 } or { Asked.RegulatoryCompliance: not null } },
        new("FUND07", "It isn't post-entry learning of health professionals.", subject => subject.Asked.PostEntryHealthProfessional switch
            {
                false => (Passed, "It isn't."),
                true => (Failed, "It is."),
                null => (Referred, "The application doesn't say."),
            }) { HasItsFacts = subject => subject.Asked.PostEntryHealthProfessional is not null },
        new("FUND08", "The fee for a credit, GST included, is at or under TEC's cap.", subject => subject switch
            {
                { IsWorkBased: true } => (NotApplicable, "The cap isn't for work-based delivery."),
                { Asked.FeePerCredit: null } => (Referred, "The application doesn't state a fee."),
                { FeeCap: null } => (NotApplicable, "There was no cap yet."),
                { Asked.FeePerCredit: { } fee, FeeCap: { } cap } when fee > cap => (
                    Referred,
                    $"{Dollars(fee)} is over {Dollars(cap)}; an exception needs evidence."
                ),
                { FeeCap: { } cap } => (Passed, $"{Dollars(subject.Asked.FeePerCredit.Value)} isn't over {Dollars(cap)}."),
            }) { HasItsFacts = subject => subject is { IsWorkBased: true } or { Asked.FeePerCredit: not null } },
        new("FUND09", "It has the fewest credits that TEC funds, where that is set.", subject => subject.Settings.MinimumCredits switch
            {
                null => (NotApplicable, "No such limit is set."),
                { } least when subject.MicroCredential.Credits < least => (Failed, $"It has fewer than {least} credits."),
                { } least => (Passed, $"It has {least} credits or more."),
            }),
    ];

    /// <summary>The amount in full: rounded, an amount just over the cap would read as the cap.</summary>
    private static string Dollars(decimal amount) => amount.ToString("$0.00##########################", CultureInfo.InvariantCulture);

    private static bool NeedIsShown(Application application) =>
        Text.IsGiven(application.Content.Need?.Statement)
        && application.Content.Need.GivenStakeholders.Any(stakeholder =>
            stakeholder
                is {
                    Kind: StakeholderKind.Industry or StakeholderKind.Employer or StakeholderKind.Community or StakeholderKind.Iwi,
                    View: StakeholderView.Supports,
                }
            || IsCommissioned(application, stakeholder)
        );

    /// <summary>Government doesn't count as having a need, except where it commissioned the micro-credential.</summary>
    private static bool IsCommissioned(Application application, StakeholderContent stakeholder) =>
        stakeholder is { Kind: StakeholderKind.Government, View: StakeholderView.Supports }
        && Text.IsGiven(application.Content.CommissionedBy);
}
