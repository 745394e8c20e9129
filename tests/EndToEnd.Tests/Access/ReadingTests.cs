using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Drafting;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Access;

/// <summary>Who of NZQA and TEC reads what of an application.</summary>
[Collection(nameof(Alone))]
public sealed class ReadingTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task An_interest_in_the_directory_keeps_from_all_of_a_providers_applications()
    {
        var application = await Instance.InReviewAsync("stratcom");

        await FindsNothingAsync("evaluator-2", application);
        (await As("evaluator-1").GetAsync(application.Path)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_declared_interest_keeps_from_reading_from_then_on_and_its_repeat_is_answered_as_before()
    {
        await using var restored = new RestoredEvaluators(Instance);
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        var (assignee, key) = ((string)task.Json["assignee"]!, new Header("Idempotency-Key", Guid.NewGuid().ToString()));
        var why = new JsonObject { ["reason"] = "My sister works there." };
        (await As(assignee).GetAsync($"{application.Path}/documents/d1")).Is(HttpStatusCode.OK);
        var declared = (await As(assignee).PostAsync($"{task.Path}/conflict", why, key)).Is(HttpStatusCode.OK).Text;

        await FindsNothingAsync(assignee, application);

        Assert.Equal(declared, (await As(assignee).PostAsync($"{task.Path}/conflict", why.DeepClone(), key)).Is(HttpStatusCode.OK).Text);
        (await As(assignee).PostAsync($"{task.Path}/conflict", why.DeepClone())).IsNotThereOrNotYours();
        (
            await As(assignee).PostAsync($"{task.Path}/release", why.DeepClone(), new Header("Idempotency-Key", "another"))
        ).IsNotThereOrNotYours();
    }

    [Theory]
    [InlineData("evaluator-1")]
    [InlineData("registrar")]
    [InlineData("funding-adviser")]
    public async Task A_returned_one_is_its_providers_alone(string persona)
    {
        var returned = await Instance.ReturnedAsync();

        await FindsNothingAsync(persona, returned);
        Assert.Empty(await Listing.IdsAsync(As(persona), "Returned"));
        (await returned.Owner.GetAsync(returned.Path)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_funding_adviser_sees_what_asks_for_funding()
    {
        var asking = await Instance.InReviewAsync(body: ApplicationBody.AskingForFunding());
        var other = await Instance.InReviewAsync();

        var listed = await Listing.IdsAsync(As("funding-adviser"), "InReview");

        Assert.Contains(asking.Id, listed);
        (await As("funding-adviser").GetAsync(asking.Path)).Is(HttpStatusCode.OK);
        Assert.DoesNotContain(other.Id, listed);
        await FindsNothingAsync("funding-adviser", other);
    }

    [Fact]
    public async Task A_registrar_reads_documents()
    {
        var application = await Instance.InReviewAsync();

        (await As("registrar").GetAsync($"{application.Path}/documents/d1")).Is(HttpStatusCode.OK);
    }

    private async Task FindsNothingAsync(string persona, TestApplication application)
    {
        (await As(persona).GetAsync(application.Path)).IsNotThereOrNotYours();
        (await As(persona).GetAsync($"{application.Path}/timeline")).IsNotThereOrNotYours();
        (await As(persona).GetAsync($"api/tasks?application={application.Id}")).IsNotThereOrNotYours();
        Assert.DoesNotContain(application.Id, await Listing.IdsAsync(As(persona), await application.StatusAsync()));
        Assert.DoesNotContain(await Listing.ItemsAsync(As(persona), "api/tasks"), task => (string?)task["applicationId"] == application.Id);
    }
}
