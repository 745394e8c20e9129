namespace MicroCred.Approval.Tests;

public sealed class ValidationRulesTests
{
    [Fact]
    public void An_application_without_fault_has_no_findings() => Assert.Empty(AnApplication.WithoutFault.Findings());

    [Fact]
    public void Every_rule_has_an_id_of_its_own_a_sentence_and_what_to_do()
    {
        Assert.Equal(ValidationRules.All.Count, ValidationRules.All.Select(rule => rule.Id).Distinct().Count());
        Assert.All(ValidationRules.All, rule => Assert.Matches("^[A-Z]+[0-9]{2}$", rule.Id));
        Assert.All(ValidationRules.All, rule => Assert.EndsWith(".", rule.Sentence, StringComparison.Ordinal));
        Assert.All(ValidationRules.All, rule => Assert.EndsWith(".", rule.Action, StringComparison.Ordinal));
    }

    [Fact]
    public void Errors_are_shown_before_warnings()
    {
        var findings = AnApplication
            .WithoutFault.With(content => content with { Title = "National tools", Credits = 41, LearningHours = 410 })
            .Findings();
        Assert.Equal(["CRED01", "TITLE01"], findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void An_empty_draft_gets_findings_and_no_exception()
    {
        var findings = new AnApplication(Providers.Mito, new(ApplicationType.ListingApproval), []).Findings(Checks.Edition2026);
        Assert.Equal(
            ["DOC01", "LETTER01", "REQ01", "REQ02", "STAKE01"],
            findings.Select(finding => finding.Rule).Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Nulls_within_lists_are_taken_for_nothing()
    {
        var findings = AnApplication
            .WithoutFault.With(content => content with { Outcomes = [null!], Standards = [null!] })
            .WithAll(content => content with { Need = content.Need! with { Stakeholders = [null!] } })
            .Findings();
        Assert.Equal(["REQ01", "STAKE01"], findings.Select(finding => finding.Rule));
    }
}
