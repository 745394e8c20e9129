namespace MicroCred.Approval.Tests;

public sealed class CreditRulesTests
{
    [Theory]
    [InlineData("2018", 4, false)]
    [InlineData("2018", 5, true)]
    [InlineData("2018", 40, true)]
    [InlineData("2018", 41, false)]
    [InlineData("2026", 0, false)]
    [InlineData("2026", 1, true)]
    [InlineData("2026", 40, true)]
    [InlineData("2026", 41, false)]
    public void Credits_outside_the_edition_break_CRED01(string edition, int credits, bool good)
    {
        var findings = AnApplication
            .WithoutFault.And(DocumentKind.SupportLetter)
            .With(content => content with { Credits = credits, LearningHours = 10 * credits, Standards = [] })
            .Findings(RuleEditions.Find(edition));
        if (good)
        {
            Assert.Empty(findings);
        }
        else
        {
            findings.AssertBreaksOnly("CRED01", Severity.Error, "microCredential.credits");
        }
    }

    [Fact]
    public void CRED01_names_the_credits_and_the_edition_s_borders() =>
        Assert.Equal(
            "41 credits are outside 5 to 40.",
            AnApplication.WithoutFault.With(content => content with { Credits = 41, LearningHours = 410 }).Findings().Single().Message
        );

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void A_level_off_the_framework_breaks_LEVEL01(int level, bool good)
    {
        var findings = AnApplication.WithoutFault.With(content => content with { Level = level, Standards = [] }).Findings();
        if (good)
        {
            Assert.Empty(findings);
        }
        else
        {
            findings.AssertBreaksOnly("LEVEL01", Severity.Error, "microCredential.level");
        }
    }

    [Theory]
    [InlineData(160, "HOURS01", Severity.Warning)]
    [InlineData(199, "HOURS01", Severity.Warning)]
    [InlineData(201, "HOURS01", Severity.Warning)]
    [InlineData(240, "HOURS01", Severity.Warning)]
    [InlineData(159, "HOURS02", Severity.Error)]
    [InlineData(241, "HOURS02", Severity.Error)]
    [InlineData(int.MinValue, "HOURS02", Severity.Error)]
    [InlineData(int.MaxValue, "HOURS02", Severity.Error)]
    public void Hours_off_ten_a_credit_are_a_warning_to_20_percent_and_an_error_past_it(int hours, string rule, Severity severity) =>
        AnApplication
            .WithoutFault.With(content => content with { LearningHours = hours })
            .Findings()
            .AssertBreaksOnly(rule, severity, "microCredential.learningHours");

    [Fact]
    public void Ten_hours_a_credit_are_right() =>
        Assert.Empty(AnApplication.WithoutFault.With(content => content with { Credits = 30, LearningHours = 300 }).Findings());

    [Fact]
    public void Hours_are_not_judged_while_the_credits_mean_nothing() =>
        AnApplication
            .WithoutFault.With(content => content with { Credits = -5, Standards = [] })
            .Findings()
            .AssertBreaksOnly("CRED01", Severity.Error, "microCredential.credits");
}
