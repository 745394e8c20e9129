using System.Net;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Drafting;

public sealed class DeletingADraftTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task A_deleted_draft_is_gone_from_everywhere()
    {
        var application = await Instance.DraftAsync();
        var document = await application.UploadAsync();

        (await application.Owner.DeleteAsync(application.Path)).Is(HttpStatusCode.NoContent);

        (await application.Owner.GetAsync(application.Path)).IsNotThereOrNotYours();
        (await application.Owner.GetAsync($"{application.Path}/timeline")).IsNotThereOrNotYours();
        (await application.Owner.GetAsync($"{application.Path}/documents/{document}")).IsNotThereOrNotYours();
        (await application.Owner.DeleteAsync(application.Path)).IsNotThereOrNotYours();
        (await application.Owner.PutAsync(application.Path, ApplicationBody.New())).IsNotThereOrNotYours();
        Assert.DoesNotContain(application.Id, await Listing.IdsAsync(application.Owner, "Draft"));
    }

    [Fact]
    public async Task A_stale_ETag_is_refused_and_nothing_changes()
    {
        var application = await Instance.DraftAsync();
        var stale = await application.ETagAsync();
        await application.UploadAsync();

        await application.StaysAsItIsAsync(async () =>
            (await application.Owner.DeleteAsync(application.Path, Header.IfMatch(stale))).IsMoved()
        );
    }

    [Fact]
    public async Task A_returned_application_is_not_a_draft_and_stays()
    {
        var application = await Instance.ReturnedAsync();

        await application.StaysAsItIsAsync(async () => (await application.Owner.DeleteAsync(application.Path)).IsWrongState());
    }

    [Fact]
    public async Task An_application_in_review_stays()
    {
        var application = await Instance.InReviewAsync();

        await application.StaysAsItIsAsync(async () => (await application.Owner.DeleteAsync(application.Path)).IsWrongState());
    }

    [Fact]
    public async Task A_published_application_stays()
    {
        var application = await Instance.PublishedAsync();

        await application.StaysAsItIsAsync(async () => (await application.Owner.DeleteAsync(application.Path)).IsWrongState());
    }
}
