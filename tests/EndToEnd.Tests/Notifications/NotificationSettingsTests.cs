using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Notifications;

/// <summary>Where and when people get notices by e-mail.</summary>
public sealed class NotificationSettingsTests(RunningInstance instance) : EndToEndTest(instance)
{
    private const string Path = "api/notification-settings";

    [Theory]
    [InlineData("evaluator-1", "EvaluationDue", "Published")]
    [InlineData("mito", "Published", "EvaluationDue")]
    [InlineData("funding-adviser", "FundingReferred", "Published")]
    [InlineData("registrar", "NobodyFree", "Published")]
    public async Task Everybody_has_the_kinds_that_concern_them_at_once_unless_they_say_otherwise(string persona, string own, string others)
    {
        var kinds = (await As(persona).GetAsync(Path)).Is(HttpStatusCode.OK).Json["kinds"]!.AsObject();

        Assert.Equal("AtOnce", (string?)kinds[own]);
        Assert.False(kinds.ContainsKey(others));
    }

    [Fact]
    public async Task Somebody_without_a_role_gets_none_and_somebody_unknown_is_refused()
    {
        Assert.Empty((await As("no-role").GetAsync(Path)).Is(HttpStatusCode.OK).Json["kinds"]!.AsObject());
        (await Anyone.GetAsync(Path)).Is(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task What_is_given_is_replaced_the_rest_stays_and_it_is_ones_own()
    {
        await PutAsync("evaluator-4", """{"email":"four@example.nz","kinds":{"EvaluationDue":"Daily"}}""");

        var changed = (await PutAsync("evaluator-4", """{"kinds":{"Assigned":"Off"}}""")).Is(HttpStatusCode.OK).Json;

        Assert.Equal("four@example.nz", (string?)changed["email"]);
        Assert.Equal("Daily", (string?)changed["kinds"]!["EvaluationDue"]);
        Assert.Equal("Off", (string?)changed["kinds"]!["Assigned"]);
        Assert.True(JsonNode.DeepEquals(changed, (await As("evaluator-4").GetAsync(Path)).Json));
        Assert.Equal("AtOnce", (string?)(await As("evaluator-3").GetAsync(Path)).Json["kinds"]!["Assigned"]);
        var restored = await PutAsync("evaluator-4", """{"email":null,"kinds":{"Assigned":"AtOnce","EvaluationDue":"AtOnce"}}""");
        Assert.Equal("evaluator-4@nzqa.example", (string?)restored.Json["email"]);
    }

    [Theory]
    [InlineData("""{"kinds":{"Nothing":"Off"}}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"kinds":{"Published":"Off"}}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"kinds":{"Assigned":"Weekly"}}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"colour":"red"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"email":"somewhere"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"email":"Ani <ani@example.nz>"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"email":"ani@example.nz, tama@example.nz"}""", HttpStatusCode.UnprocessableEntity)]
    public async Task What_is_not_right_changes_nothing(string body, HttpStatusCode status)
    {
        var before = (await As("evaluator-4").GetAsync(Path)).Text;

        (await PutAsync("evaluator-4", body)).Is(status);

        Assert.Equal(before, (await As("evaluator-4").GetAsync(Path)).Text);
    }

    private Task<Answer> PutAsync(string persona, string body) => As(persona).SendAsync(HttpMethod.Put, Path, Caller.Json(body));
}
