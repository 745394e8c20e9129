namespace MicroCred.Approval.Tests;

public sealed class AuditDisclosureTests
{
    private const string Detail = "Task 1 for 0b1c5a3e-8f7d-4d0a-9b1e-6f2a7c3d4e5f.";

    [Theory]
    [InlineData(nameof(FindingRecorded))]
    [InlineData(nameof(ConflictDeclared))]
    [InlineData(nameof(Released))]
    [InlineData("AnEventOfTomorrow")]
    public void Judgements_before_the_decision_why_people_stepped_back_and_what_is_new_are_for_NZQA_and_TEC_only(string name) =>
        Assert.Equal("For NZQA and TEC only.", ToldOf(name));

    [Theory]
    [InlineData(nameof(Assigned))]
    [InlineData(nameof(Reassigned))]
    [InlineData(nameof(FundingReferred))]
    public void Of_who_has_a_task_the_provider_is_told_in_words_without_an_id(string name)
    {
        Assert.DoesNotContain("0b1c5a3e", ToldOf(name), StringComparison.Ordinal);
        Assert.DoesNotContain("only", ToldOf(name), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_who_follows_up_conditions_the_provider_is_not_told() =>
        Assert.False(AuditDisclosure.IsShownToProvider(nameof(FollowUpAssigned)));

    /// <summary>A review has a clock of its own, so the hours of its reminders would tell of it.</summary>
    [Fact]
    public void Of_reminders_the_provider_is_not_told_and_its_revision_stays()
    {
        var reviewed = AnApplication.WithoutFault.UnderSecondReview(DecisionOutcome.Decline);
        var reminded = reviewed.Remind(Moments.Later(3), "due soon", "evaluator-2", Moments.Later(3)).Application();

        Assert.False(AuditDisclosure.IsShownToProvider(nameof(Reminded)));
        Assert.Equal(reviewed.ToldRevision, reminded.ToldRevision);
    }

    [Fact]
    public void What_concerns_the_provider_is_told_as_it_is() =>
        Assert.All([nameof(Returned), nameof(InformationRequested), nameof(Approved), nameof(Declined), nameof(FundingDecided)], name =>
            Assert.Equal(Detail, ToldOf(name))
        );

    private static string ToldOf(string name) =>
        AuditDisclosure.DetailForProvider(new AuditEvent(1, Moments.Monday, People.Evaluator, name, Detail, AuditChain.Origin, ""));
}
