namespace MicroCred.Approval.Tests;

public sealed class LearnerRulesTests
{
    [Fact]
    public void Fewer_than_no_learners_break_LEARN01() =>
        AnApplication
            .WithoutFault.With(content => content with { ExpectedLearnersPerYear = -1 })
            .Findings()
            .AssertBreaksOnly("LEARN01", Severity.Error, "microCredential.expectedLearnersPerYear");

    [Fact]
    public void No_learners_in_a_year_are_right() =>
        Assert.Empty(AnApplication.WithoutFault.With(content => content with { ExpectedLearnersPerYear = 0 }).Findings());

    [Theory]
    [InlineData(null)]
    [InlineData("\u200B")]
    public void An_urgent_new_need_without_recognition_of_prior_learning_breaks_RPL01(string? recognition) =>
        Emerging(recognition).Urgent().Findings().AssertBreaksOnly("RPL01", Severity.Warning, "microCredential.recognitionOfPriorLearning");

    [Fact]
    public void With_it_an_urgent_new_need_is_right() =>
        Assert.Empty(Emerging("Learners who trained earlier are assessed.").Urgent().Findings());

    [Fact]
    public void Where_nothing_is_urgent_it_may_be_left_out() => Assert.Empty(Emerging(null).Findings());

    private static AnApplication Emerging(string? recognition) =>
        AnApplication.WithoutFault.With(content =>
            content with
            {
                UseCase = UseCase.EmergingNeed,
                RecognitionOfPriorLearning = recognition,
            }
        );
}
