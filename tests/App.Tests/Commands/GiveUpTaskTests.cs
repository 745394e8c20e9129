using MicroCred.App.Evaluation;
using MicroCred.App.Identity;
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
        var released = new ReleaseTask(InReview.Task(), new("Ill."))
            .Apply(
                InReview,
                Applying.ContextOf(Callers.Evaluator, ("evaluator-2", tasksOfTwo), ("evaluator-3", tasksOfThree), ("evaluator-4", 9))
            )
            .Accepted();

        Assert.Equal(next, released.After().Tasks.Single().Assignee);
        Assert.Equal([("Assigned", next)], released.Told());
    }

    [Fact]
    public void Whoever_declared_a_conflict_never_has_a_task_of_it_again()
    {
        var declared = new DeclareConflict(InReview.Task(), new("My brother teaches there."))
            .Apply(InReview, Applying.ContextOf(Callers.Evaluator, ("evaluator-3", 9), ("evaluator-4", 9)))
            .Accepted()
            .After();

        var released = new ReleaseTask(declared.Task(), new("Ill."))
            .Apply(declared, Applying.ContextOf(Callers.OtherEvaluator, ("evaluator-3", 8), ("evaluator-4", 9)))
            .Accepted();

        Assert.Equal([People.Evaluator.Id], declared.Conflicted);
        Assert.Equal("evaluator-3", released.After().Tasks.Single().Assignee);
    }

    [Fact]
    public void With_nobody_left_it_waits_with_nobody_and_the_registrar_is_told()
    {
        var ofStratcom = AnApplication.WithoutFault.By(Providers.Stratcom).InReview();
        var declared = Declared(Declared(ofStratcom).After()).After();

        var released = new ReleaseTask(declared.Task(), new("Ill.")).Apply(declared, Applying.ContextOf(HolderOf(declared))).Accepted();

        Assert.Null(released.After().Tasks.Single().Assignee);
        Assert.Equal([("NobodyFree", "registrar"), ("NobodyFree", "registrar-2")], released.Told());
    }

    [Fact]
    public void When_everybody_has_declared_a_conflict_it_waits_with_nobody()
    {
        var declared = InReview;
        while (declared.Tasks.Single().Assignee is not null)
        {
            declared = Declared(declared).After();
        }

        Assert.Equal(4, declared.Conflicted.Count);
    }

    [Fact]
    public void A_registrars_own_conflict_is_recorded_moves_nothing_and_binds_them()
    {
        var declared = new DeclareConflict(InReview.Task(), new("My sister works there."))
            .Apply(InReview, Applying.ContextOf(Callers.Registrar))
            .Accepted();

        Assert.Equal(InReview.Tasks, declared.After().Tasks);
        Assert.Empty(declared.Told());
        new ReassignTask(InReview.Task(), new("evaluator-3", "They are free."))
            .Apply(declared.After(), Applying.ContextOf(Callers.Registrar))
            .Refused(RefusalKind.WrongState);
    }

    [Fact]
    public void The_only_funding_adviser_leaves_a_referral_with_nobody()
    {
        var referred = AnApplication
            .WithoutFault.AskingForFunding()
            .Approved()
            .AssessFunding(new(FundingOutcome.Referred, Fund.Dq3To7, 0.1667m, []), People.Adviser.Id, new(), Moments.Monday)
            .Application();

        var released = new DeclareConflict(referred.Task(), new("I work there."))
            .Apply(referred, Applying.ContextOf(Callers.Adviser))
            .Accepted();

        Assert.Null(released.After().Tasks[^1].Assignee);
        Assert.Equal([("NobodyFree", "registrar"), ("NobodyFree", "registrar-2")], released.Told());
    }

    [Fact]
    public void It_needs_a_reason() =>
        new ReleaseTask(InReview.Task(), new("")).Apply(InReview, Applying.ContextOf(Callers.Evaluator)).Refused(RefusalKind.Invalid);

    /// <summary>Whoever has the task declares a conflict.</summary>
    private static Transition Declared(Application application) =>
        new DeclareConflict(application.Task(), new("I work there."))
            .Apply(application, Applying.ContextOf(HolderOf(application)))
            .Accepted();

    private static Caller HolderOf(Application application) =>
        new(new(application.Tasks.Single().Assignee!, "Whoever has it", ActorKind.Evaluator), Callers.Evaluator.Roles, Provider: null);
}
