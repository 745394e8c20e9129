namespace MicroCred.Approval.Tests;

public sealed class SupportRulesTests
{
    [Fact]
    public void The_edition_of_2026_warns_of_a_lacking_letter_by_LETTER01() =>
        AnApplication.WithoutFault.Findings(Checks.Edition2026).AssertBreaksOnly("LETTER01", Severity.Warning, "documents");

    [Fact]
    public void The_edition_of_2026_is_content_with_a_letter() =>
        Assert.Empty(AnApplication.WithoutFault.And(DocumentKind.SupportLetter).Findings(Checks.Edition2026));

    [Fact]
    public void The_edition_of_2018_asks_for_none() => Assert.Empty(AnApplication.WithoutFault.Findings(Checks.Edition2018));

    [Fact]
    public void A_standard_setting_body_needs_no_letter_from_itself() =>
        Assert.Empty(
            AnApplication
                .WithoutFault.By(Providers.Mito with { Type = ProviderType.IndustrySkillsBoard })
                .WithAll(content => content with { Type = ApplicationType.ListingApproval })
                .Findings(Checks.Edition2026)
        );

    [Fact]
    public void Fewer_than_two_kinds_of_stakeholder_are_warned_of_by_STAKE01()
    {
        StakeholderKind[][] few =
        [
            [],
            [StakeholderKind.Employer],
            [StakeholderKind.Iwi, StakeholderKind.Iwi],
        ];
        Assert.All(few, kinds =>
            AnApplication.WithoutFault.WithStakeholders(kinds).Findings().AssertBreaksOnly("STAKE01", Severity.Warning, "need.stakeholders")
        );
    }

    [Fact]
    public void Two_kinds_are_enough() =>
        Assert.Empty(AnApplication.WithoutFault.WithStakeholders(StakeholderKind.Employer, StakeholderKind.Iwi).Findings());
}
