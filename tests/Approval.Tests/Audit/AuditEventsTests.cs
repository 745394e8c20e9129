namespace MicroCred.Approval.Tests;

public sealed class AuditEventsTests
{
    [Theory]
    [InlineData(AuditEvents.FindingRecorded)]
    [InlineData(AuditEvents.ConflictDeclared)]
    [InlineData(AuditEvents.Released)]
    public void Judgements_before_the_decision_and_why_people_stepped_back_are_confidential(string name) =>
        Assert.True(AuditEvents.IsConfidential(name));

    [Fact]
    public void What_concerns_the_provider_is_not() => Assert.All(
        [AuditEvents.Returned, AuditEvents.InformationRequested, AuditEvents.Approved, AuditEvents.Declined, AuditEvents.FundingDecided],
        name => Assert.False(AuditEvents.IsConfidential(name)));
}
