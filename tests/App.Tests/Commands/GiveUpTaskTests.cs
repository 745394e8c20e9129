using MicroCred.App.Evaluation;
using MicroCred.App.Notification;
using MicroCred.App.Pipeline;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Commands;

public sealed class GiveUpTaskTests
{
    private static readonly Application InReview = AnApplication.WithoutFault.InReview();

    [Theory]
    [InlineData(5, 2, "evaluator-3")]
    [InlineData(2, 5, "evaluator-2")]
    public void A_released_task_goes_to_the_least_busy_of_the_others_who_is_told(int tasksOfTwo, int tasksOfThree, string next)
    {
        Transition released = new ReleaseTask(InReview.Task(), new("Ill."))
            .Apply(InReview, Applying.ContextOf(Callers.Evaluator, ("evaluator-2", tasksOfTwo), ("evaluator-3", tasksOfThree))).Accepted();

        Assert.Equal(next, released.After().Tasks.Single().Assignee);
        Assert.Equal([(NoticeKind.Assigned, next)], released.Told());
    }

    [Fact]
    public void Whoever_declared_a_conflict_never_has_a_task_of_it_again()
    {
        Application declared = new DeclareConflict(InReview.Task(), new("My brother teaches there."))
            .Apply(InReview, Applying.ContextOf(Callers.Evaluator, ("evaluator-3", 9))).Accepted().After();

        Transition released = new ReleaseTask(declared.Task(), new("Ill."))
            .Apply(declared, Applying.ContextOf(Callers.OtherEvaluator, ("evaluator-3", 9))).Accepted();

        Assert.Equal([People.Evaluator.Id], declared.Conflicted);
        Assert.Equal("evaluator-3", released.After().Tasks.Single().Assignee);
    }

    [Fact]
    public void With_nobody_left_a_registrar_gets_it()
    {
        Application ofStratcom = AnApplication.WithoutFault.By(Providers.Stratcom).InReview();
        Application declared = new DeclareConflict(ofStratcom.Task(), new("I work there."))
            .Apply(ofStratcom, Applying.ContextOf(Callers.Evaluator)).Accepted().After();

        Transition released = new ReleaseTask(declared.Task(), new("Ill."))
            .Apply(declared, Applying.ContextOf(new(new("evaluator-3", "Evaluator Three", ActorKind.Evaluator), Callers.Evaluator.Roles, null))).Accepted();

        Assert.Equal("registrar", released.After().Tasks.Single().Assignee);
    }

    [Fact]
    public void It_needs_a_reason() => new ReleaseTask(InReview.Task(), new(""))
        .Apply(InReview, Applying.ContextOf(Callers.Evaluator)).Refused(RefusalKind.Invalid);
}
