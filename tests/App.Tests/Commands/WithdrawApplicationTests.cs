using MicroCred.App.Pipeline;
using MicroCred.App.Submission;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Commands;

public sealed class WithdrawApplicationTests
{
    [Fact]
    public void Whoever_has_a_task_open_is_told_why()
    {
        var withdrawn = Withdraw(AnApplication.WithoutFault.InReview()).Accepted();

        Assert.Equal(ApplicationStatus.Withdrawn, withdrawn.After().Status);
        Assert.Equal([("Withdrawn", People.Evaluator.Id)], withdrawn.Told());
        Assert.Equal("We changed our plans.", Assert.IsType<WithdrawnNotice>(withdrawn.Notices[0]).Reason);
    }

    [Fact]
    public void Nobody_is_told_before_anybody_has_it() => Assert.Empty(Withdraw(AnApplication.WithoutFault.Submitted()).Accepted().Notices);

    [Fact]
    public void A_draft_is_deleted_and_not_withdrawn() => Withdraw(AnApplication.WithoutFault.Draft()).Refused(RefusalKind.WrongState);

    [Fact]
    public void It_needs_a_reason() => Withdraw(AnApplication.WithoutFault.InReview(), " ").Refused(RefusalKind.Invalid);

    private static Outcome<Transition> Withdraw(Application application, string reason = "We changed our plans.") =>
        new WithdrawApplication(application.Id, new(reason)).Apply(application, Applying.ContextOf(Callers.Mito));
}
