namespace MicroCred.Approval.Tests.Validation;

public sealed class TypeRulesTests
{
    [Theory]
    [InlineData(ApplicationType.Change)]
    [InlineData(ApplicationType.Accreditation)]
    public void What_concerns_a_listed_one_is_returned_by_TYPE01(ApplicationType type) =>
        AnApplication
            .WithoutFault.WithAll(content => content with { Type = type })
            .Findings()
            .AssertBreaksOnly("TYPE01", Severity.Error, "type");

    [Theory]
    [InlineData(ApplicationType.ListingApproval)]
    [InlineData(ApplicationType.ListingApprovalAccreditation)]
    public void A_new_one_is_taken(ApplicationType type) =>
        Assert.Empty(AnApplication.WithoutFault.WithAll(content => content with { Type = type }).Findings());
}
