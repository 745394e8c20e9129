namespace MicroCred.Approval.Tests;

public sealed class DraftingTests
{
    private static readonly ApplicationContent Other = new(ApplicationType.Change);

    [Fact]
    public void A_draft_begins_at_revision_1_with_its_first_event()
    {
        var inAuckland = Moments.Monday.ToOffset(TimeSpan.FromHours(13));
        var change = Application.Draft(AnApplication.Id, Providers.Mito, Other, People.Provider, inAuckland);
        var draft = change.Application;
        Assert.Equal((ApplicationStatus.Draft, 1, 1), (draft.Status, draft.Revision, draft.EventCount));
        Assert.Equal((nameof(Drafted), People.Provider), (change.Events.Single().What.Name, change.Events.Single().Actor));
        Assert.Null(draft.Edition);
        Assert.Equal(TimeSpan.Zero, draft.CreatedAt.Offset);
    }

    [Fact]
    public void A_draft_or_a_returned_application_may_be_replaced()
    {
        Assert.All([AnApplication.WithoutFault.Draft(), AnApplication.WithoutFault.Returned()], application =>
        {
            var replaced = application.Replace(Other, People.Provider, Moments.Monday).Application();
            Assert.Equal((Other, application.Status, application.Documents), (replaced.Content, replaced.Status, replaced.Documents));
        });
    }

    [Fact]
    public void Nothing_else_may_be_replaced() =>
        Assert.All(
            [
                AnApplication.WithoutFault.Submitted(),
                AnApplication.WithoutFault.InReview(),
                AnApplication.WithoutFault.Approved(),
                AnApplication.WithoutFault.Declined(),
                AnApplication.WithoutFault.Published(),
            ],
            application => application.Replace(Other, People.Provider, Moments.Monday).AssertRefused(RefusalKind.WrongState)
        );
}
