using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Drafting;

public sealed class ReadingAnApplicationTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task A_draft_reads_back_as_it_was_sent()
    {
        var body = ApplicationBody.Of("covid-19-vaccination");

        var read = (await (await Instance.DraftAsync(body: body)).ReadAsync()).Json;

        Assert.All(body, property =>
            Assert.True(
                JsonNode.DeepEquals(property.Value, read[property.Key]),
                $"{property.Key}: sent {property.Value?.ToJsonString()}, read {read[property.Key]?.ToJsonString()}"
            )
        );
    }

    [Fact]
    public async Task A_draft_has_an_id_a_status_a_provider_and_documents_and_nothing_of_what_is_to_come()
    {
        var application = await Instance.DraftAsync();

        var read = (await application.ReadAsync()).Json;

        Assert.Equal(application.Id, (string?)read["id"]);
        Assert.Equal("Draft", (string?)read["status"]);
        Assert.Equal("9001", (string?)read["provider"]!["number"]);
        Assert.Empty(read["documents"]!.AsArray());
        Assert.Null(read["submittedAt"]);
        Assert.Null(read["registerNumber"]);
    }

    [Fact]
    public async Task A_submitted_application_has_the_time_and_the_edition_that_judges_it()
    {
        var application = await Instance.ReturnedAsync();

        var read = (await application.ReadAsync()).Json;

        Assert.Equal(TimeSpan.Zero, ((DateTimeOffset)read["submittedAt"]!).Offset);
        Assert.False(string.IsNullOrEmpty((string?)read["edition"]));
    }

    [Fact]
    public async Task An_answer_has_an_ETag_that_changes_with_the_application_only()
    {
        var application = await Instance.DraftAsync();

        var first = await application.ETagAsync();
        Assert.Equal(first, await application.ETagAsync());
        await application.UploadAsync();
        Assert.NotEqual(first, await application.ETagAsync());
    }

    [Theory]
    [InlineData("evaluator-1")]
    [InlineData("evaluator-2")]
    [InlineData("registrar")]
    public async Task NZQA_reads_an_application_in_review(string persona)
    {
        var application = await Instance.InReviewAsync();

        var read = (await As(persona).GetAsync(application.Path)).Is(HttpStatusCode.OK);

        Assert.Equal(application.Id, (string?)read.Json["id"]);
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("5f1d7d1a-1f3c-4a6e-8a54-0d5f8a1f2b3c")]
    [InlineData("no-guid")]
    [InlineData("1")]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    public async Task An_id_that_nothing_has_is_not_there(string id) =>
        (await As("mito").GetAsync($"api/applications/{id}")).IsNotThereOrNotYours();
}
