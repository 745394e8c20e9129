namespace MicroCred.Approval.Tests.Evaluation;

public sealed class EvaluationScopeTests
{
    private static readonly VersionContent Present = VersionContent.Of(AnApplication.WithoutFault.Draft());

    [Fact]
    public void A_new_one_is_judged_by_every_criterion() => Assert.Null(EvaluationScope.Of(AnApplication.WithoutFault.Draft(), null));

    [Fact]
    public void A_change_of_what_is_not_known_is_judged_by_every_criterion() =>
        Assert.Null(EvaluationScope.Of(Change(content => content).Draft(), present: null));

    [Fact]
    public void An_accreditation_is_judged_by_delivery_resources_and_assessment() =>
        Assert.Equal(
            [3, 4, 6],
            EvaluationScope.Of(
                AnApplication.WithoutFault.WithAll(content => content with { Type = ApplicationType.Accreditation }).Draft(),
                null
            )
        );

    [Fact]
    public void A_change_is_judged_by_what_differs()
    {
        Assert.Equal([6], ScopeOf(content => content with { Assessment = "A portfolio." }));
        Assert.Equal([2], ScopeOf(content => content with { Credits = 21 }));
        Assert.Equal([2, 3, 7], ScopeOf(content => content with { Title = "Other", DeliverySites = ["Gore"], ReviewPeriodYears = 2 }));
        Assert.Empty(ScopeOf(content => content)!);
        Assert.Empty(ScopeOf(content => content with { DeliveryModes = [.. content.DeliveryModes!.Reverse()] })!);
    }

    [Fact]
    public void Another_file_of_a_kind_is_a_difference_and_the_same_file_again_is_none()
    {
        var change = Change(content => content).Draft();
        var other = change with
        {
            Documents =
            [
                .. change.Documents.Select(document =>
                    document.Kind == DocumentKind.AssessmentPlan ? document with { Sha256 = new('b', 64) } : document with { Id = "d9" }
                ),
            ],
        };

        Assert.Equal("/documents/AssessmentPlan", Assert.Single(EvaluationScope.Differences(Present, other)).Path);
        Assert.Equal([6], EvaluationScope.Of(other, Present));
    }

    [Fact]
    public void Only_the_criteria_that_it_is_judged_by_need_a_finding_before_a_decision()
    {
        var submitted = Change(content => content with { Assessment = "A portfolio." }).Submitted();
        var inReview = submitted
            .RecordValidation([], Stages.Settings, Moments.Monday, judged: [6])
            .Application()
            .Assign(People.Evaluator.Id, Stages.Settings, Moments.Monday)
            .Application();

        Assert.Equal(RefusalKind.WrongState, Decide(inReview).Refusal().Kind);
        var found = inReview
            .RecordFinding(inReview.Task(), 6, CriterionResult.Met, "Read.", People.Evaluator, Moments.Monday)
            .Application();
        Assert.Equal(ApplicationStatus.Approved, Decide(found).Application().Status);

        static Outcome<Change> Decide(Application application) =>
            application.Decide(
                application.Task(),
                DecisionOutcome.Approve,
                "As found.",
                [],
                next: null,
                Stages.Settings,
                People.Evaluator,
                Moments.Monday
            );
    }

    private static IReadOnlyList<int>? ScopeOf(Func<MicroCredentialContent, MicroCredentialContent> change) =>
        EvaluationScope.Of(Change(change).Draft(), Present);

    private static AnApplication Change(Func<MicroCredentialContent, MicroCredentialContent> change) =>
        AnApplication.WithoutFault.With(change).WithAll(content => content with { Type = ApplicationType.Change, RegisterNumber = 1 });
}
