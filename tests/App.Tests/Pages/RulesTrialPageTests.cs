using System.Net;
using MicroCred.App.Tests.Support;

namespace MicroCred.App.Tests.Pages;

/// <summary>A registrar tries an edition of the rules on a page.</summary>
[Collection(SharedApp.Name)]
public sealed class RulesTrialPageTests(SharedApp shared)
{
    private const string Path = "/rules/trial";

    private readonly RunningApp _app = shared.App;

    [Fact]
    public async Task It_is_reached_from_oversight_and_begins_with_the_edition_in_force()
    {
        Assert.Contains($"href=\"{Path}\"", await _app.PageAsync("registrar", "/oversight"), StringComparison.Ordinal);
        Assert.Contains("\"maximumCredits\": 40", await _app.PageAsync("registrar", Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_pasted_or_sent_as_a_file_is_tried_and_comes_back_with_the_outcome()
    {
        var page = await _app.PageAsync("registrar", Path);
        var edition = EditionOn(page).Replace("\"2018\"", "\"tried\"", StringComparison.Ordinal);

        var (pasted, outcome) = await SendAsync(page, edition, file: null);
        var (sent, same) = await SendAsync(page, "what stands in the field", file: edition);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (pasted, sent));
        Assert.Contains("What edition <bdi>tried</bdi> would do", outcome, StringComparison.Ordinal);
        Assert.Contains("\"id\": \"tried\"", same, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"maximumCredits\": 40", "\"maximumCredits\": 41", "maximumCredits: It is outside")]
    [InlineData("\"maximumCredits\": 40", "\"maximumCredits\": \"x\"", "maximumCredits:")]
    [InlineData("{", "", "well-formed JSON")]
    public async Task What_is_no_edition_comes_back_with_what_is_wrong_with_it(string good, string bad, string error)
    {
        var page = await _app.PageAsync("registrar", Path);
        var typed = EditionOn(page).Replace(good, bad, StringComparison.Ordinal);

        var (status, again) = await SendAsync(page, typed, file: null);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("<title>Error:", again, StringComparison.Ordinal);
        Assert.Contains(error, again, StringComparison.Ordinal);
        Assert.Equal(typed, EditionOn(again));
    }

    [Fact]
    public async Task A_form_of_another_page_changes_nothing_and_is_refused() =>
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await SendAsync("<form id=\"form\" action=\"/rules/trial\"></form>", "{}", file: null)).Status
        );

    private static string EditionOn(string page)
    {
        var start = page.IndexOf('>', page.IndexOf("<textarea", StringComparison.Ordinal)) + 2;
        return page[start..page.IndexOf("</textarea>", start, StringComparison.Ordinal)];
    }

    private Task<(HttpStatusCode Status, string Page)> SendAsync(string page, string edition, string? file) =>
        _app.SendFileAsync("registrar", page, "file", file ?? "", ("edition", edition));
}
