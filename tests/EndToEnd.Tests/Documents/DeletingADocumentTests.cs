using System.Net;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Documents;

public sealed class DeletingADocumentTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task A_document_is_deleted_from_a_draft()
    {
        var application = await Instance.DraftAsync();
        var (first, second) = (await application.UploadAsync(), await application.UploadAsync("AssessmentPlan"));

        (await application.Owner.DeleteAsync($"{application.Path}/documents/{first}")).Is(HttpStatusCode.NoContent);

        (await application.Owner.GetAsync($"{application.Path}/documents/{first}")).IsNotThereOrNotYours();
        Assert.Equal(second, (string?)Assert.Single((await application.ReadAsync()).Json["documents"]!.AsArray())!["id"]);
        await application.StaysAsItIsAsync(async () =>
            (await application.Owner.DeleteAsync($"{application.Path}/documents/{first}")).IsNotThereOrNotYours()
        );
    }

    [Fact]
    public async Task A_document_is_deleted_from_a_returned_application_as_from_a_draft()
    {
        var application = await Instance.ReturnedAsync();

        (await application.Owner.DeleteAsync($"{application.Path}/documents/d1")).Is(HttpStatusCode.NoContent);

        Assert.Equal(2, (await application.ReadAsync()).Json["documents"]!.AsArray().Count);
    }

    [Fact]
    public async Task An_id_is_not_used_again_after_its_document_is_deleted()
    {
        var application = await Instance.DraftAsync();
        var first = await application.UploadAsync();
        (await application.Owner.DeleteAsync($"{application.Path}/documents/{first}")).Is(HttpStatusCode.NoContent);

        Assert.NotEqual(first, await application.UploadAsync());
    }

    [Fact]
    public async Task A_document_stays_readable_where_the_same_content_was_uploaded_twice()
    {
        var application = await Instance.DraftAsync();
        var (first, second) = (await application.UploadAsync(), await application.UploadAsync("AssessmentPlan"));

        (await application.Owner.DeleteAsync($"{application.Path}/documents/{first}")).Is(HttpStatusCode.NoContent);

        Assert.Equal(
            TestDocument.Pdf(),
            (await application.Owner.GetAsync($"{application.Path}/documents/{second}")).Is(HttpStatusCode.OK).Bytes
        );
    }

    [Fact]
    public async Task A_stale_ETag_is_refused_and_nothing_changes()
    {
        var application = await Instance.DraftAsync();
        var document = await application.UploadAsync();
        var stale = await application.ETagAsync();
        await application.UploadAsync("AssessmentPlan");

        await application.StaysAsItIsAsync(async () =>
            (await application.Owner.DeleteAsync($"{application.Path}/documents/{document}", Header.IfMatch(stale))).IsMoved()
        );
    }

    [Fact]
    public async Task A_document_of_an_application_in_review_stays()
    {
        var application = await Instance.InReviewAsync();
        var document = (string?)(await application.ReadAsync()).Json["documents"]![0]!["id"];

        await application.StaysAsItIsAsync(async () =>
            (await application.Owner.DeleteAsync($"{application.Path}/documents/{document}")).IsWrongState()
        );
    }
}
