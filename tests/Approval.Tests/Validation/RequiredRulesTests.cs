namespace MicroCred.Approval.Tests;

public sealed class RequiredRulesTests
{
    public static TheoryData<string> Fields => [.. Emptied.Keys];

    private static readonly Dictionary<string, Func<MicroCredentialContent, MicroCredentialContent>> Emptied = new()
    {
        ["title"] = content => content with { Title = " " },
        ["level"] = content => content with { Level = null },
        ["credits"] = content => content with { Credits = null },
        ["nzsced"] = content => content with { Nzsced = "" },
        ["useCase"] = content => content with { UseCase = null },
        ["purpose"] = content => content with { Purpose = null },
        ["outcomes"] = content => content with { Outcomes = [" "] },
        ["learningHours"] = content => content with { LearningHours = null },
        ["deliveryModes"] = content => content with { DeliveryModes = [] },
        ["entryRequirements"] = content => content with { EntryRequirements = null },
        ["assessment"] = content => content with { Assessment = "" },
        ["reviewPeriodYears"] = content => content with { ReviewPeriodYears = null },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_left_empty_breaks_REQ01(string field) =>
        AnApplication.WithoutFault.With(Emptied[field]).Findings().AssertBreaksOnly("REQ01", Severity.Error, $"microCredential.{field}");

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void A_need_that_is_not_stated_breaks_REQ02(string? statement) =>
        AnApplication
            .WithoutFault.WithAll(content => content with { Need = content.Need! with { Statement = statement } })
            .Findings()
            .AssertBreaksOnly("REQ02", Severity.Error, "need.statement");

    [Fact]
    public void A_standard_without_its_facts_breaks_REQ03()
    {
        var findings = AnApplication
            .WithoutFault.With(content =>
                content with
                {
                    Standards = [new(1, 1, "Whole", 3, 8), new(0, 0, "Zeros", 0, 0), new(Title: "Nothing")],
                }
            )
            .Findings();
        Assert.All(findings, finding => Assert.Equal("REQ03", finding.Rule));
        Assert.Equal(
            [
                "microCredential.standards[1].number",
                "microCredential.standards[1].version",
                "microCredential.standards[1].level",
                "microCredential.standards[1].credits",
                "microCredential.standards[2].number",
                "microCredential.standards[2].version",
                "microCredential.standards[2].level",
                "microCredential.standards[2].credits",
            ],
            findings.Select(finding => finding.Field)
        );
    }

    [Fact]
    public void A_micro_credential_needs_no_standards() =>
        Assert.Empty(AnApplication.WithoutFault.With(content => content with { Standards = null }).Findings());

    [Theory]
    [InlineData(null, "An outbreak.")]
    [InlineData("Ministry of Health", " ")]
    public void Urgency_without_who_or_why_is_warned_of_by_REQ04_and_is_not_urgent(string? who, string? why)
    {
        var application = AnApplication.WithoutFault.WithAll(content => content with { Urgency = new(who, why) });
        application.Findings().AssertBreaksOnly("REQ04", Severity.Warning, "urgency");
        Assert.False(application.Draft().IsUrgent);
    }

    [Fact]
    public void Urgency_with_who_and_why_is_urgent()
    {
        Assert.Empty(AnApplication.WithoutFault.Urgent().Findings());
        Assert.True(AnApplication.WithoutFault.Urgent().Draft().IsUrgent);
    }

    [Fact]
    public void A_partner_without_name_or_kind_breaks_REQ05()
    {
        var findings = AnApplication
            .WithoutFault.WithAll(content =>
                content with
                {
                    Partners = [new("Secureflight", StakeholderKind.Employer, "Its staff learn."), new(Part: "Gives the sites."), null!],
                }
            )
            .Findings();

        Assert.Equal(
            [("REQ05", "partners[1].name"), ("REQ05", "partners[1].kind")],
            findings.Select(finding => (finding.Rule, finding.Field))
        );
    }
}
