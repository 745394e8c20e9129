using MicroCred.App.Evaluation;
using MicroCred.App.Pipeline;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Commands;

public sealed class ReassignTaskTests
{
    [Fact]
    public void The_new_assignee_is_told_when_it_is_due()
    {
        var inReview = AnApplication.WithoutFault.InReview();

        var reassigned = Reassign(inReview, "evaluator-2").Accepted();

        Assert.Equal([("Assigned", "evaluator-2")], reassigned.Told());
        Assert.Equal(inReview.Tasks[0].Due, Assert.IsType<AssignedNotice>(reassigned.Notices[0]).Due);
    }

    [Theory]
    [InlineData("registrar")]
    [InlineData("funding-adviser")]
    [InlineData("nobody")]
    public void Only_an_evaluator_evaluates(string assignee) =>
        Reassign(AnApplication.WithoutFault.InReview(), assignee).Refused(RefusalKind.Invalid);

    [Fact]
    public void Nobody_with_an_interest_in_the_provider_evaluates() =>
        Assert.Contains(
            Providers.Stratcom.Name,
            Reassign(AnApplication.WithoutFault.By(Providers.Stratcom).InReview(), "evaluator-2").Refused(RefusalKind.Invalid).Detail,
            StringComparison.Ordinal
        );

    private static Outcome<Transition> Reassign(Application application, string assignee) =>
        new ReassignTask(application.Task(), new(assignee, "They are free.")).Apply(application, Applying.ContextOf(Callers.Registrar));
}
