using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MicroCred.App.Tests.Importing;
using MicroCred.App.Tests.Support;

namespace MicroCred.App.Tests.Pages;

/// <summary>A registrar adds the entries of an earlier register on a page.</summary>
[Collection(SharedApp.Name)]
public sealed class ImportPageTests(SharedApp shared)
{
    private const string Path = "/oversight/import";

    private readonly RunningApp _app = shared.App;
    private readonly string _title = $"Wool handling {Guid.NewGuid():N}";

    [Fact]
    public async Task It_is_reached_from_oversight_and_says_what_each_column_may_hold()
    {
        Assert.Contains($"href=\"{Path}\"", await _app.PageAsync("registrar", "/oversight"), StringComparison.Ordinal);
        Assert.Contains("providerNumber", await _app.PageAsync("registrar", Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_added_and_the_same_again_is_told_the_same_and_adds_nothing()
    {
        var page = await _app.PageAsync("registrar", Path);
        var file = Files.Text(Files.Row(("title", _title)), Files.Row(("title", $"{_title} again")));

        var (status, added) = await SendAsync(page, file);
        var (_, again) = await SendAsync(page, file);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("2 entries are on the register.", added, StringComparison.Ordinal);
        Assert.Contains("2 entries are on the register.", again, StringComparison.Ordinal);
        Assert.Equal(2, await FoundAsync());
    }

    [Fact]
    public async Task A_file_with_faults_adds_nothing_and_each_is_named_by_row_and_column()
    {
        var page = await _app.PageAsync("registrar", Path);

        var (status, again) = await SendAsync(page, Files.Text(Files.Row(("title", _title)), Files.Row(("level", "11"))));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("<title>Error:", again, StringComparison.Ordinal);
        Assert.Matches("header\">3</th>\\s*<td [^>]*><bdi>level</bdi></td>", again);
        Assert.Equal(0, await FoundAsync());
    }

    [Fact]
    public async Task A_form_without_a_file_comes_back()
    {
        var (status, again) = await SendAsync(await _app.PageAsync("registrar", Path), "");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Choose a file.", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_another_page_changes_nothing_and_is_refused()
    {
        var file = Files.Text(Files.Row(("title", _title)));

        var (status, _) = await SendAsync($"<form id=\"form\" action=\"{Path}\"></form>", file);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(0, await FoundAsync());
    }

    private Task<(HttpStatusCode Status, string Page)> SendAsync(string page, string file) =>
        _app.SendFileAsync("registrar", page, "file", file);

    private async Task<int> FoundAsync()
    {
        using var http = _app.As("registrar");
        var found = await http.GetFromJsonAsync<JsonNode>(new Uri($"/api/register?q={Uri.EscapeDataString(_title)}", UriKind.Relative));
        return found!["items"]!.AsArray().Count;
    }
}
