using MicroCred.App.Telemetry;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Operation;

/// <summary>Applications' outcomes and the duration of each stage are measured when the change that ends it is written.</summary>
public sealed class ProgressTests : IDisposable
{
    private const string Outcomes = "microcred.applications";
    private const string Stages = "microcred.stage.duration";

    private readonly AppServices _app = new("UseDevelopmentStorage=true");
    private readonly Measurements _measured;
    private DateTimeOffset _now = Moments.Monday;

    public ProgressTests() => _measured = new(_app);

    public void Dispose()
    {
        _measured.Dispose();
        _app.Dispose();
    }

    [Fact]
    public void A_published_application_is_counted_at_each_step_once_and_leaves_a_duration_for_each_stage()
    {
        var application = InReview(AnApplication.WithoutFault.AskingForFunding());
        Wait(days: 11);
        application = Record(
            application,
            Found(application)
                .Decide(
                    application.Tasks[0].Id,
                    DecisionOutcome.Approve,
                    "As the findings say.",
                    [],
                    null,
                    new(),
                    Evaluator(application),
                    _now
                )
        );
        Wait(days: 1);
        application = Record(
            application,
            application.AssessFunding(
                new FundingAssessment(
                    FundingOutcome.Eligible,
                    Fund.Dq1To2,
                    Efts.Of(application.Content.MicroCredential!.Credits!.Value),
                    []
                ),
                null,
                new FundingSettings(),
                _now
            )
        );
        Wait(days: 1);
        Record(application, application.Publish(new Registration(1, null, _now), _now));

        Assert.Equal(["outcome=submitted", "outcome=approved", "outcome=published"], _measured.TagsOf(Outcomes));
        Assert.Equal(
            ["stage=Drafting", "stage=Validation", "stage=Assignment", "stage=Evaluation", "stage=Funding", "stage=Publication"],
            _measured.TagsOf(Stages)
        );
    }

    [Fact]
    public void A_return_that_is_not_put_right_lapses()
    {
        var application = Submitted(AnApplication.WithoutFault);
        var error = DocumentRules.NotMalicious.Finding("documents.d1", "A scan found malware.");
        application = Record(application, application.RecordValidation([error], new EvaluationSettings(), _now));
        Wait(days: 90);
        Record(application, application.Lapse(_now));

        Assert.Equal(["outcome=submitted", "outcome=returned", "outcome=lapsed"], _measured.TagsOf(Outcomes));
        Assert.Equal(["stage=Drafting", "stage=Validation", "stage=Correction"], _measured.TagsOf(Stages));
        Assert.Equal(TimeSpan.FromDays(90).TotalSeconds, Assert.Single(_measured.Of(Stages, "stage=Correction")), precision: 3);
    }

    [Fact]
    public void A_question_is_a_stage_of_its_own_and_so_are_a_decline_and_a_withdrawal_outcomes()
    {
        var application = InReview(AnApplication.WithoutFault);
        application = Record(
            application,
            application.RequestInformation(
                application.Tasks[0].Id,
                "How is it moderated?",
                [6],
                [],
                new EvaluationSettings(),
                Evaluator(application),
                _now
            )
        );
        Wait(days: 2);
        application = Record(application, application.Answer(1, "By a colleague.", People.Provider, _now));
        application = Record(
            application,
            Found(application)
                .Decide(
                    application.Tasks[0].Id,
                    DecisionOutcome.Decline,
                    "Not this year.",
                    [],
                    People.OtherEvaluator.Id,
                    new(),
                    Evaluator(application),
                    _now
                )
        );
        Wait(days: 3);
        Record(
            application,
            application
                .FoundBy(People.OtherEvaluator)
                .Decide(application.Tasks[1].Id, DecisionOutcome.Decline, "Nor now.", [], null, new(), People.OtherEvaluator, _now)
        );
        application = InReview(AnApplication.WithoutFault);
        Record(application, application.Withdraw("Not needed any more.", People.Provider, _now));

        Assert.Equal(["outcome=submitted", "outcome=declined", "outcome=submitted", "outcome=withdrawn"], _measured.TagsOf(Outcomes));
        Assert.Equal(TimeSpan.FromDays(2).TotalSeconds, Assert.Single(_measured.Of(Stages, "stage=Information")), precision: 3);
        Assert.Equal(TimeSpan.FromDays(3).TotalSeconds, Assert.Single(_measured.Of(Stages, "stage=SecondReview")), precision: 3);
    }

    [Fact]
    public void A_university_s_own_is_published_without_an_evaluation()
    {
        var application = Submitted(AnApplication.ByAUniversity);
        application = Record(application, application.RecordValidation([], new EvaluationSettings(), _now));
        application = Record(application, application.ApproveByUniversity(_now));
        Record(application, application.Publish(new Registration(1, null, _now), _now));

        Assert.Equal(["outcome=submitted", "outcome=approved", "outcome=published"], _measured.TagsOf(Outcomes));
        Assert.Equal(["stage=Drafting", "stage=Validation", "stage=Assignment", "stage=Publication"], _measured.TagsOf(Stages));
    }

    private static Actor Evaluator(Application application) => new(application.Tasks[0].Assignee!, "Evaluator", ActorKind.Evaluator);

    private static Application Found(Application application) =>
        Enumerable
            .Range(1, 7)
            .Aggregate(application, (found, criterion) =>
                found
                    .RecordFinding(
                        found.Tasks[0].Id,
                        criterion,
                        CriterionResult.Met,
                        "Read and considered.",
                        Evaluator(found),
                        found.Tasks[0].AssignedAt
                    )
                    .Change()
                    .Application
            );

    private Application InReview(AnApplication wanted)
    {
        var application = Submitted(wanted);
        application = Record(application, application.RecordValidation([], new EvaluationSettings(), _now));
        return Record(application, application.Assign("evaluator-1", new EvaluationSettings(), _now));
    }

    private Application Submitted(AnApplication wanted)
    {
        var draft = wanted.Draft();
        return Record(draft, draft.Submit(RuleEditions.Default, People.Provider, _now));
    }

    private void Wait(int days) => _now += TimeSpan.FromDays(days);

    private Application Record(Application before, Outcome<Change> outcome)
    {
        var change = outcome.Change();
        _app.Get<ApplicationMetrics>().Record(before, change);
        return change.Application;
    }
}
