using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Evaluation;

/// <summary>Notes among those who evaluate.</summary>
public sealed class NoteTests(RunningInstance instance) : EndToEndTest(instance)
{
    private const string Words = "Kererū 42 was overfed.";

    [Fact]
    public async Task Anybody_at_NZQA_writes_and_reads_them_and_the_provider_never_does()
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        foreach (var writer in (Caller[])[task.Assignee, task.AnotherEvaluator, As("registrar")])
        {
            var written = (await writer.PostAsync($"{task.Path}/notes", Note())).Is(HttpStatusCode.Created).Json;
            Assert.Equal((Words, true, true), ((string?)written["text"], written["at"] is not null, written["by"] is not null));
        }

        var items = (await As("registrar-2").GetAsync($"{application.Path}/notes")).Is(HttpStatusCode.OK).Json["items"]!.AsArray();
        Assert.Equal(3, items.Count);
        Assert.Equal("Registrar", (string?)items[2]!["by"]);
        Assert.Contains("Kererū 42", (await task.Assignee.GetAsync(task.Path["api/".Length..])).Text, StringComparison.Ordinal);

        await application.DecideAsync("Approve");
        await application.UntilAsync("Published");
        (await As("registrar").PostAsync($"{task.Path}/notes", Note())).Is(HttpStatusCode.Created);
        var id = application.Path.Split('/')[^1];
        foreach (
            var path in (string[])[application.Path, $"{application.Path}/timeline", $"applications/{id}", $"applications/{id}/record"]
        )
        {
            var read = (await application.Owner.GetAsync(path)).Is(HttpStatusCode.OK).Text;
            Assert.DoesNotContain("Kererū 42", read, StringComparison.Ordinal);
            Assert.DoesNotContain("NoteWritten", read, StringComparison.Ordinal);
            Assert.DoesNotContain("Note written", read, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_second_reviewer_has_none_before_their_own_findings()
    {
        var application = await Instance.InReviewAsync();
        (await (await application.TaskAsync()).Assignee.PostAsync($"{(await application.TaskAsync()).Path}/notes", Note())).Is(
            HttpStatusCode.Created
        );
        await application.DecideAsync("Decline");
        var review = await application.TaskAsync("SecondReview");

        Assert.Empty((await review.Assignee.GetAsync($"{application.Path}/notes")).Is(HttpStatusCode.OK).Json["items"]!.AsArray());
        await application.StaysAsItIsAsync(async () => (await review.Assignee.PostAsync($"{review.Path}/notes", Note())).IsWrongState());

        await review.FindAllAsync();
        Assert.Single((await review.Assignee.GetAsync($"{application.Path}/notes")).Is(HttpStatusCode.OK).Json["items"]!.AsArray());
        (await review.Assignee.PostAsync($"{review.Path}/notes", Note())).Is(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("{\"text\":\"\"}")]
    [InlineData("{\"text\":\" \\u200b\"}")]
    [InlineData("{}")]
    [InlineData("{\"text\":7}")]
    [InlineData("{\"text\":\"a\",\"colour\":\"red\"}")]
    public async Task A_note_with_a_fault_is_refused_and_nothing_changes(string body)
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();

        await application.StaysAsItIsAsync(async () =>
            (await task.Assignee.SendAsync(HttpMethod.Post, $"{task.Path}/notes", Caller.Json(body))).IsFaultyBody()
        );
    }

    private static JsonObject Note() => new() { ["text"] = Words };
}
