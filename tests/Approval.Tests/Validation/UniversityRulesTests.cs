namespace MicroCred.Approval.Tests;

public sealed class UniversityRulesTests
{
    private static readonly UniversityApprovalContent Approval = new("Academic Board", new DateOnly(2026, 2, 3), "AB 26/12");

    [Fact]
    public void A_universitys_own_with_body_and_date_is_right() => Assert.Empty(With(AnApplication.ByAUniversity, Approval).Findings());

    [Fact]
    public void The_reference_may_be_left_out() =>
        Assert.Empty(With(AnApplication.ByAUniversity, Approval with { Reference = null }).Findings());

    [Fact]
    public void Without_its_approval_a_universitys_own_breaks_UNI02() =>
        AnApplication.ByAUniversity.Findings().AssertBreaksOnly("UNI02", Severity.Warning, "universityApproval");

    [Fact]
    public void An_approval_without_a_body_breaks_UNI02() =>
        With(AnApplication.ByAUniversity, Approval with { Body = " " })
            .Findings()
            .AssertBreaksOnly("UNI02", Severity.Warning, "universityApproval.body");

    [Fact]
    public void An_approval_without_a_date_breaks_UNI02() =>
        With(AnApplication.ByAUniversity, Approval with { Date = null })
            .Findings()
            .AssertBreaksOnly("UNI02", Severity.Warning, "universityApproval.date");

    [Fact]
    public void Another_providers_own_approval_breaks_UNI01() =>
        With(AnApplication.WithoutFault, Approval).Findings().AssertBreaksOnly("UNI01", Severity.Error, "universityApproval");

    private static AnApplication With(AnApplication application, UniversityApprovalContent approval) =>
        application.WithAll(content => content with { UniversityApproval = approval });
}
