using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MicroCred.App.Identity;
using MicroCred.App.Serialization;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;
using MicroCred.Inspection.Tests.Files;
using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Identity;

/// <summary>Providers see names and roles, and no object id but their own, whatever they ask for and whenever.</summary>
public sealed partial class WhatProvidersSeeTests : IAsyncLifetime, IDisposable
{
    private static readonly int[] Moderation = [6];
    private static readonly string[] NoConditions = [];

    private readonly PeopleByObjectId _people = new();
    private readonly List<string> _slips = [];
    private readonly HashSet<string> _asked = [];
    private RunningApp _app = null!;
    private ApplicationId _id;
    private string _number = "1";

    /// <summary>Everything that a provider may read. A new parameter without a value fails the test, so that it is added.</summary>
    private static IEnumerable<HttpRoute> Readable =>
        HttpRoutes.All.Where(route => route.Method == "GET" && (route.IsPublic || route.IsAnyones || route.Roles.Contains(Role.Provider)));

    /// <summary>The query without which a route answers nothing.</summary>
    private static string Query(HttpRoute route) =>
        route.Function switch
        {
            "GetChanges" or "GetEntryChanges" or "GetLogConsistency" => "?from=1&to=1",
            "GetLogProof" => "?leaf=0",
            "GetRegisterStatisticsCsv" => "?table=levelByProviderType",
            _ => "",
        };

    private Dictionary<string, string> Values =>
        new()
        {
            ["id"] = _id.ToString(),
            ["doc"] = "d1",
            ["number"] = _number,
            ["version"] = "1",
            ["part"] = "1",
            ["name"] = "icon.svg",
            ["path"] = "nowhere",
            ["section"] = "about",
        };

    public async Task InitializeAsync() => _app = await RunningApp.StartCopyAsync(_people.App, $"Directory:Path={_people.Directory}");

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _people.Dispose();

    [Fact]
    public async Task No_answer_holds_anybody_elses_object_id_from_the_draft_to_the_register()
    {
        await PlayAsync();

        Assert.Empty(_slips.Distinct());
        Assert.Equal(
            // Only a declined application can be reconsidered, and this one is approved.
            Readable.Select(route => route.Function).Distinct().Except(["ReconsiderByForm"]).Order(StringComparer.Ordinal),
            _asked.Order(StringComparer.Ordinal)
        );
    }

    /// <summary>
    /// Returned, corrected, asked about, handed over after a conflict, reassigned, approved, referred, published and changed; checked after
    /// each step.
    /// </summary>
    private async Task PlayAsync()
    {
        var wanted = AnApplication.WithoutFault.AskingForFunding(funding => funding with { PostEntryHealthProfessional = null });
        _id = ApplicationId.Parse((string)(await SendAsync("mito", HttpMethod.Post, "/api/applications", Faulty(wanted).Content))!["id"]!);
        foreach (var kind in wanted.Documents)
        {
            await UploadAsync(kind);
        }

        await SendAsync("mito", HttpMethod.Post, Below("submission"), null);
        await ReachedAsync(application => application.Status == ApplicationStatus.Returned);
        await SendAsync("mito", HttpMethod.Put, Below(""), wanted.Content);
        await SendAsync("mito", HttpMethod.Post, Below("submission"), null);
        var task = await AssignedAsync();
        await ActAsync(task, HttpMethod.Put, "findings/1", new { result = "Met", comment = "Read and considered." });
        await ActAsync(task, HttpMethod.Post, "information-requests", new { question = "How is it moderated?", criteria = Moderation });
        await SendAsync("mito", HttpMethod.Post, Below("information-requests/1/response"), new { answer = "One in ten." });
        await ActAsync(task, HttpMethod.Post, "release", new { reason = "Away." });
        await ActAsync(await AssignedAsync(), HttpMethod.Post, "conflict", new { reason = "A friend teaches there." });
        task = await AssignedAsync();
        var taken = (await _app.Applications.FindAsync(_id, default))!.Application.Conflicted.Append(task.Assignee!);
        var other = _people.Evaluators.Except(taken).First();
        await SendAsync(
            "registrar",
            HttpMethod.Post,
            $"/api/tasks/{task.Id}/assignment",
            new { assignee = other, reason = "They are away." }
        );
        task = await AssignedAsync();
        foreach (var criterion in Enumerable.Range(1, 7))
        {
            await ActAsync(task, HttpMethod.Put, $"findings/{criterion}", new { result = "Met", comment = "Read and considered." });
        }

        await ActAsync(
            task,
            HttpMethod.Post,
            "decision",
            new
            {
                outcome = "Approve",
                reasons = "As the findings say.",
                conditions = NoConditions,
            }
        );
        var referred = await ReachedAsync(application =>
            application.Tasks.Any(open => open is { Kind: TaskKind.FundingReferral, IsOpen: true })
        );
        await ActAsync(
            referred.Tasks[^1],
            HttpMethod.Post,
            "decision",
            new
            {
                outcome = "Eligible",
                reasons = "It is learning for entry.",
                conditions = NoConditions,
            }
        );
        var published = await ReachedAsync(application => application.Status == ApplicationStatus.Published);
        _number = $"{published.Registration!.Number}";
        await LookAroundAsync();
        await SendAsync(
            "registrar",
            HttpMethod.Post,
            $"/api/register/{_number}/status",
            new { status = "Expiring", reason = "Nobody enrols." }
        );
        await LettersAsync();
    }

    private static AnApplication Faulty(AnApplication wanted) => wanted.With(content => content with { Credits = 41 });

    private string Below(string rest) => $"/api/applications/{_id}/{rest}".TrimEnd('/');

    private async Task<EvaluationTask> AssignedAsync() =>
        (
            await ReachedAsync(application =>
                application.Tasks.Any(open => open is { Kind: TaskKind.Evaluation, IsOpen: true, Assignee: not null })
            )
        ).Tasks.Single(open => open.IsOpen);

    private async Task<Application> ReachedAsync(Func<Application, bool> reached)
    {
        var now = await _app.UntilAsync(_id, reached);
        await LookAroundAsync();
        return now;
    }

    private Task<JsonNode?> ActAsync(EvaluationTask task, HttpMethod method, string act, object body) =>
        SendAsAsync(task.Assignee!, method, $"/api/tasks/{task.Id}/{act}", body);

    private Task<JsonNode?> SendAsync(string persona, HttpMethod method, string path, object? body) =>
        SendAsAsync(_people.Ids[persona], method, path, body);

    private async Task<JsonNode?> SendAsAsync(string id, HttpMethod method, string path, object? body)
    {
        using HttpRequestMessage request = new(method, path)
        {
            Content = body is null ? null : JsonContent.Create(body, options: AppJson.Stored),
        };
        return await AnsweredAsync(id, request);
    }

    private async Task UploadAsync(DocumentKind kind)
    {
        using MultipartFormDataContent form = new()
        {
            { new StringContent($"{kind}"), "kind" },
            { new ByteArrayContent(PdfFile.Honest), "file", $"{kind}.pdf" },
        };
        using HttpRequestMessage request = new(HttpMethod.Post, Below("documents")) { Content = form };
        await AnsweredAsync(_people.Ids["mito"], request);
    }

    private async Task<JsonNode?> AnsweredAsync(string id, HttpRequestMessage request)
    {
        using var http = _app.As(id);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{request.Method} {request.RequestUri} answered {(int)answer.StatusCode}: {text}");
        if (id == _people.Ids["mito"])
        {
            Search($"{request.Method} {request.RequestUri}", $"{answer.Headers}{text}");
            await LookAroundAsync();
        }

        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    private async Task LookAroundAsync()
    {
        using var provider = _app.As(_people.Ids["mito"]);
        foreach (var route in Readable)
        {
            using var answer = await provider.GetAsync(new Uri(route.With(Values) + Query(route), UriKind.Relative));
            Search(route.Function, $"{answer.Headers}{Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync())}");
            if (answer.IsSuccessStatusCode || route.Function == "Start" || route.Template == "{*path}")
            {
                _asked.Add(route.Function);
            }
        }
    }

    /// <summary>The letters to the provider by e-mail.</summary>
    private async Task LettersAsync()
    {
        string[] letters = [];
        await Patience.UntilAsync(
            async () =>
            {
                letters = await Task.WhenAll(
                    (Directory.Exists(_app.Outbox) ? Directory.GetFiles(_app.Outbox, "*.eml") : []).Select(file =>
                        File.ReadAllTextAsync(file)
                    )
                );
                return letters.Any(letter => letter.Contains("Nobody enrols.", StringComparison.Ordinal));
            },
            () => $"The last letter isn't there.\n{_app.Log}"
        );
        foreach (var letter in letters.Where(letter => letter.Contains("applications@mito.example", StringComparison.Ordinal)))
        {
            Search(Subject().Match(letter).Value, letter);
        }
    }

    private void Search(string place, string text) =>
        _slips.AddRange(
            _people
                .Ids.Where(person => person.Key != "mito" && text.Contains(person.Value, StringComparison.OrdinalIgnoreCase))
                .Select(person => $"{place}: {person.Key}")
        );

    [GeneratedRegex("^Subject: .*$", RegexOptions.Multiline)]
    private static partial Regex Subject();
}
