using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Register;

public sealed class RegisterEntryTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task Anybody_reads_what_was_published()
    {
        var body = ApplicationBody.Of("introduction-to-digital-accessibility");
        var number = await PublishAsync(body);

        var entry = (await Anyone.GetAsync($"api/register/{number}")).Is(HttpStatusCode.OK).Json;

        Assert.Equal(number, (int?)entry["number"]);
        Assert.Matches("^[0-9]{4}$", (string?)entry["reportingCode"]);
        Assert.Equal(body.Title(), (string?)entry["title"]);
        Assert.Equal(7, (int?)entry["level"]);
        Assert.Equal(5, (int?)entry["credits"]);
        Assert.Equal("029999", (string?)entry["nzsced"]);
        Assert.Equal("9005", (string?)entry["provider"]!["number"]);
        Assert.Equal("Current", (string?)entry["status"]);
        Assert.Equal("Eligible", (string?)entry["funding"]!["outcome"]);
        Assert.True(JsonNode.DeepEquals(body["microCredential"]!["outcomes"], entry["outcomes"]));
    }

    [Fact]
    public async Task An_entry_without_funding_says_nothing_about_it()
    {
        var number = await PublishAsync(ApplicationBody.University());

        Assert.Null((await Anyone.GetAsync($"api/register/{number}")).Is(HttpStatusCode.OK).Json["funding"]);
    }

    [Fact]
    public async Task An_entry_that_has_not_changed_is_not_sent_again()
    {
        var number = await PublishAsync(ApplicationBody.University());
        var first = (await Anyone.GetAsync($"api/register/{number}")).Is(HttpStatusCode.OK);

        var again = (await Anyone.GetAsync($"api/register/{number}", Header.IfNoneMatch(first.ETag))).Is(HttpStatusCode.NotModified);

        Assert.Empty(again.Bytes);
        Assert.Equal(first.ETag, again.ETag);
        Assert.NotNull(first.Header("Cache-Control"));
        (await Anyone.GetAsync($"api/register/{number}", Header.IfNoneMatch("\"another\""))).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_entry_comes_as_linked_data_to_who_asks_for_it()
    {
        var body = ApplicationBody.University();
        var number = await PublishAsync(body);

        var linked = (await Anyone.GetAsync($"api/register/{number}", Header.Accept("application/ld+json"))).Is(HttpStatusCode.OK);

        Assert.Equal("application/ld+json", linked.MediaType);
        Assert.NotNull(linked.Json["@context"]);
        Assert.Contains(body.Title(), linked.Text, StringComparison.Ordinal);
        Assert.Contains("Accept", linked.Header("Vary"), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/ld+json;q=0.1, application/json", "application/json")]
    [InlineData("application/json;q=0.1, application/ld+json", "application/ld+json")]
    public async Task An_entry_comes_in_the_form_that_is_asked_for_first(string accept, string mediaType)
    {
        var number = await PublishAsync(ApplicationBody.University());

        Assert.Equal(mediaType, (await Anyone.GetAsync($"api/register/{number}", Header.Accept(accept))).Is(HttpStatusCode.OK).MediaType);
    }

    [Fact]
    public async Task An_entry_s_id_is_the_same_whatever_name_the_site_was_called_by()
    {
        var number = await PublishAsync(ApplicationBody.University());
        var port = Instance.Url.Port;

        var ids = new List<string?>();
        foreach (var host in new[] { $"localhost:{port}", $"127.0.0.1:{port}" })
        {
            var linked = (
                await Anyone.GetAsync($"api/register/{number}", Header.Accept("application/ld+json"), new Header("Host", host))
            ).Is(HttpStatusCode.OK);
            ids.Add((string?)linked.Json["id"]);
        }

        Assert.EndsWith($"/register/{number}", ids[0], StringComparison.Ordinal);
        Assert.Equal(ids[0], ids[1]);
    }

    [Fact]
    public async Task The_two_forms_of_an_entry_have_ETags_of_their_own()
    {
        var number = await PublishAsync(ApplicationBody.University());

        var json = (await Anyone.GetAsync($"api/register/{number}")).Is(HttpStatusCode.OK);
        var linked = (await Anyone.GetAsync($"api/register/{number}", Header.Accept("application/ld+json"))).Is(HttpStatusCode.OK);

        Assert.NotEqual(json.ETag, linked.ETag);
    }

    [Fact]
    public async Task An_entry_s_id_answers_with_the_linked_data_and_to_a_browser_with_the_page()
    {
        var number = await PublishAsync(ApplicationBody.University());

        var linked = (await Anyone.GetAsync($"register/{number}", Header.Accept("application/ld+json"))).Is(HttpStatusCode.OK);
        var page = (await Anyone.GetAsync($"register/{number}", Header.Accept("text/html,application/xhtml+xml,*/*;q=0.8"))).Is(
            HttpStatusCode.OK
        );

        Assert.Equal("application/ld+json", linked.MediaType);
        Assert.EndsWith($"/register/{number}", (string?)linked.Json["id"], StringComparison.Ordinal);
        Assert.Contains("private", linked.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal("text/html", page.MediaType);
        Assert.All([linked, page], form => Assert.Contains("Accept", form.Header("Vary"), StringComparison.OrdinalIgnoreCase));
        (await Anyone.GetAsync($"register/{number}", Header.Accept("application/ld+json"), Header.IfNoneMatch(linked.ETag))).Is(
            HttpStatusCode.NotModified
        );
        (await Anyone.GetAsync("register/999999", Header.Accept("application/ld+json"))).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_registrar_marks_an_entry_as_listed_by_mistake_and_it_is_on_no_list_any_more()
    {
        var body = ApplicationBody.University();
        var application = await Instance.PublishedAsync(body);
        var number = (int)(await application.ReadAsync()).Json["registerNumber"]!;
        Task<Answer> MarkAsync(string persona, JsonObject to) => As(persona).PostAsync($"api/register/{number}/status", to);
        static JsonObject To(string status, string? reason) => new() { ["status"] = status, ["reason"] = reason };

        (await Anyone.PostAsync($"api/register/{number}/status", To("ListedByMistake", "A test."))).IsUnknownCaller();
        (await MarkAsync("vuw", To("ListedByMistake", "A test."))).IsWrongRole();
        (await As("registrar").PostAsync("api/register/999999/status", To("ListedByMistake", "A test."))).IsNotThereOrNotYours();
        (await MarkAsync("registrar", To("ListedByMistake", "\u200B"))).IsProblem(HttpStatusCode.UnprocessableEntity);
        (await MarkAsync("registrar", To("Gone", "A test."))).IsBadRequest();
        var marked = (await MarkAsync("registrar", To("ListedByMistake", "It was a test."))).Is(HttpStatusCode.OK).Json;

        Assert.Equal("ListedByMistake", (string?)marked["status"]);
        Assert.Equal("ListedByMistake", (string?)(await Anyone.GetAsync($"api/register/{number}")).Is(HttpStatusCode.OK).Json["status"]);
        Assert.Contains(
            "Listed by mistake",
            (await Anyone.GetAsync($"register/{number}", Header.Accept("text/html"))).Is(HttpStatusCode.OK).Text,
            StringComparison.Ordinal
        );
        var search = $"api/register?q={Uri.EscapeDataString(body.Title())}";
        Assert.Empty((await Anyone.GetAsync(search)).Is(HttpStatusCode.OK).Json["items"]!.AsArray());
        Assert.Single((await Anyone.GetAsync($"{search}&status=ListedByMistake")).Is(HttpStatusCode.OK).Json["items"]!.AsArray());
        var events = (await application.Owner.GetAsync($"{application.Path}/timeline")).Is(HttpStatusCode.OK).Json["events"]!.AsArray();
        Assert.Contains("It was a test.", (string?)events[^1]!["detail"], StringComparison.Ordinal);

        var again = await Instance.PublishedAsync(body.DeepClone().AsObject());
        Assert.NotEqual(number, (int?)(await again.ReadAsync()).Json["registerNumber"]);
    }

    [Fact]
    public async Task Of_two_registrars_who_decided_from_the_same_entry_one_is_told_that_it_has_changed()
    {
        var number = await PublishAsync(ApplicationBody.University());
        var seen = Header.IfMatch((await Anyone.GetAsync($"api/register/{number}")).Is(HttpStatusCode.OK).ETag);
        Task<Answer> ChangeAsync(string status) =>
            As("registrar")
                .PostAsync($"api/register/{number}/status", new JsonObject { ["status"] = status, ["reason"] = "A test." }, seen);

        var answers = await Task.WhenAll(ChangeAsync("Discontinued"), ChangeAsync("ListedByMistake"));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], answers.Select(answer => answer.Status).Order());
        var changed = answers.Single(answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(changed.ETag, (await Anyone.GetAsync($"api/register/{number}")).Is(HttpStatusCode.OK).ETag);
    }

    [Fact]
    public async Task An_entry_that_expires_has_its_two_days()
    {
        var number = await PublishAsync(ApplicationBody.University());

        var expiring = (
            await As("registrar")
                .PostAsync(
                    $"api/register/{number}/status",
                    new JsonObject
                    {
                        ["status"] = "Expiring",
                        ["reason"] = "Replaced.",
                        ["lastEnrolment"] = "2030-06-30",
                    }
                )
        ).Is(HttpStatusCode.OK).Json;

        Assert.Equal(
            ("Expiring", "2030-06-30", "2032-06-30"),
            ((string?)expiring["status"], (string?)expiring["lastEnrolment"], (string?)expiring["lastAchievement"])
        );
        (
            await As("registrar")
                .PostAsync(
                    $"api/register/{number}/status",
                    new JsonObject
                    {
                        ["status"] = "Expiring",
                        ["reason"] = "Replaced.",
                        ["lastEnrolment"] = "2030-06-30",
                        ["lastAchievement"] = "2029-06-30",
                    }
                )
        ).IsProblem(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("999999")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("no-number")]
    [InlineData("99999999999999999999")]
    public async Task A_number_that_nothing_has_is_not_there(string number) =>
        (await Anyone.GetAsync($"api/register/{number}")).IsNotThereOrNotYours();

    [Fact]
    public async Task Numbers_and_codes_are_never_given_twice()
    {
        var numbers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PublishAsync(ApplicationBody.University())));
        var codes = await Task.WhenAll(
            numbers.Select(async number =>
                (string?)(await Anyone.GetAsync($"api/register/{number}")).Is(HttpStatusCode.OK).Json["reportingCode"]
            )
        );

        Assert.Equal(6, numbers.Distinct().Count());
        Assert.Equal(6, codes.Distinct().Count());
    }

    private async Task<int> PublishAsync(JsonObject body) =>
        (int)(await (await Instance.PublishedAsync(body)).ReadAsync()).Json["registerNumber"]!;
}
