using System.Net;
using System.Text.Json.Nodes;
using MicroCred.App.Tests.Support;

namespace MicroCred.App.Tests.Access;

/// <summary>Who is admitted at all, by their token and the directory.</summary>
public sealed class DoorTests : IAsyncLifetime, IDisposable
{
    private const string Personas = """
        [
          { "id": "mito", "name": "MITO", "roles": ["Provider", "Evaluator"], "claims": { "provider_number": "9001" } },
          { "id": "mind-lab", "name": "The Mind Lab", "roles": ["Registrar"], "claims": {} },
          { "id": "stratcom", "name": "Stratcom", "roles": ["Provider"], "claims": { "provider_number": "9001" } },
          { "id": "newcomer", "name": "Newcomer", "roles": ["Provider"], "claims": { "provider_number": "9001" } }
        ]
        """;

    private readonly AppCopy _copy = new();
    private RunningApp _app = null!;

    public async Task InitializeAsync()
    {
        _copy.Put("local.personas.json", Personas);
        _app = await RunningApp.StartCopyAsync(_copy.Folder);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _copy.Dispose();

    [Fact]
    public async Task Nobody_comes_in_from_two_sides_and_nobodys_claim_makes_them_a_providers()
    {
        Assert.Equal((HttpStatusCode.Forbidden, "two-sides"), await AskAsync("mito", "/api/applications"));
        Assert.Equal((HttpStatusCode.Forbidden, "two-sides"), await AskAsync("mito", "/api/tasks"));
        Assert.Equal((HttpStatusCode.Forbidden, "two-sides"), await AskAsync("mind-lab", "/api/tasks"));
        Assert.Equal((HttpStatusCode.Forbidden, "no-provider"), await AskAsync("newcomer", "/api/applications"));
        Assert.Equal((HttpStatusCode.OK, null), await AskAsync("mito", "/api/register"));
    }

    [Fact]
    public async Task Whom_somebody_acts_for_is_the_directorys_word()
    {
        await _app.SendAsync("stratcom", HttpMethod.Post, "/api/applications", new { type = "ListingApprovalAccreditation" });

        using var stratcom = _app.As("stratcom");
        var listed = JsonNode.Parse(await stratcom.GetStringAsync("/api/applications"))!;
        Assert.Equal("9003", (string?)Assert.Single(listed["items"]!.AsArray())!["provider"]!["number"]);
    }

    private async Task<(HttpStatusCode Status, string? Problem)> AskAsync(string persona, string path)
    {
        using var http = _app.As(persona);
        using var answer = await http.GetAsync(path);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync());
        return (answer.StatusCode, ((string?)body?["type"])?.Split(':')[^1]);
    }
}
