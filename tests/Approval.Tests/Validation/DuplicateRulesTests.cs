namespace MicroCred.Approval.Tests;

public sealed class DuplicateRulesTests
{
    private static readonly RegisterContext SameListing = new(12, []);
    private static readonly RegisterContext Close = new(null, [new(7, "Workshop basics")]);

    [Fact]
    public void The_same_listing_again_breaks_DUP01() =>
        AnApplication.WithoutFault.Findings(register: SameListing).AssertBreaksOnly("DUP01", Severity.Error, "microCredential.title");

    [Fact]
    public void A_close_listing_is_warned_of_by_DUP02()
    {
        var findings = AnApplication.WithoutFault.Findings(register: Close);
        findings.AssertBreaksOnly("DUP02", Severity.Warning, "microCredential.title");
        Assert.Contains("Workshop basics", findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_listing_is_not_also_called_close() =>
        AnApplication
            .WithoutFault.Findings(register: new(12, [new(12, "Workshop foundations")]))
            .AssertBreaksOnly("DUP01", Severity.Error, "microCredential.title");

    [Fact]
    public void The_same_application_under_way_is_warned_of_by_DUP03_the_first_named()
    {
        var (first, second) = (ApplicationId.New(Guid.NewGuid()), ApplicationId.New(Guid.NewGuid()));
        var findings = Validator.Run(
            new(AnApplication.WithoutFault.Draft(), Checks.Edition2018, RegisterContext.Nothing) { AlikeUnderWay = [first, second] }
        );
        findings.AssertBreaksOnly("DUP03", Severity.Warning, "microCredential.title");
        Assert.Contains($"{first}", findings[0].Message, StringComparison.Ordinal);
    }
}
