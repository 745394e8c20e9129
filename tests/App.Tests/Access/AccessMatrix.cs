using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MicroCred.App.Commands;
using MicroCred.App.Pages;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Identity;
using MicroCred.App.Tests.Support;
using MicroCred.Portal;

namespace MicroCred.App.Tests.Access;

/// <summary>
/// Calls every HTTP function in every stage of an application as every caller, and compares the result with docs/access.md; the
/// pages' forms too. Calls that are allowed fail because of their content (an unreadable body, an ETag that nothing has), so that none
/// changes anything.
/// </summary>
public sealed class AccessMatrix(AccessMatrix.World world) : IClassFixture<AccessMatrix.World>
{
    public static TheoryData<string> Stages => [.. AccessStage.All.Keys];

    /// <summary>Each function once, with its first method.</summary>
    private static IReadOnlyList<HttpRoute> Functions { get; } = [.. HttpRoutes.All.DistinctBy(route => route.Function)];

    /// <summary>The forms that pages have.</summary>
    private static IEnumerable<HttpRoute> Forms { get; } =
        HttpRoutes.All.Where(route => route is { IsPage: true, IsPublic: false, Method: "POST" });

    [Fact]
    public void The_table_has_every_function_and_no_other() =>
        Assert.Equal(Functions.Select(function => function.Function).Order(), AccessTable.Rows.Keys.Order());

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task Everybody_may_what_the_table_says(string stage)
    {
        var application = await world.SeedAsync(AccessStage.All[stage]());
        List<string> wrong = [];
        foreach (var caller in AccessCaller.All)
        {
            using var http = caller.Persona is { } persona ? world.App.As(persona) : world.App.Anyone();
            foreach (var function in Functions.Union(Forms))
            {
                var expected = Expected(function, caller, application);
                var was = await CallAsync(http, function, caller, application);
                if (was != expected)
                {
                    wrong.Add($"{function.Method} {function.Function} by {caller.Persona ?? "nobody"}: {was} instead of {expected}");
                }
            }

            var mayRead =
                Expected(Functions.Single(function => function.Function == "GetApplication"), caller, application) == Verdict.Through;
            if (await IsListedAsync(http, application) != mayRead)
            {
                wrong.Add($"{caller.Persona ?? "nobody"} finds it on the list, or doesn't, other than they may read it");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(application.Revision, (await world.App.Applications.FindAsync(application.Id, default))!.Application.Revision);
    }

    private static bool IsOfTask(HttpRoute function) => function.Template.Contains("tasks/{id}", StringComparison.Ordinal);

    /// <summary>Whether the function is about one application, named in its path.</summary>
    private static bool IsOfApplication(HttpRoute function) =>
        IsOfTask(function) || function.Template.Contains("{id:guid}", StringComparison.Ordinal);

    private static string Expected(HttpRoute function, AccessCaller caller, Application application)
    {
        var isReadable =
            !(application.Status is ApplicationStatus.Draft or ApplicationStatus.Returned || application.Corrected) && !caller.HasInterest;
        IReadOnlyList<EvaluationTask> tasks = [.. application.Tasks.TakeLast(1)];
        var cell = caller.Column is { } column ? AccessTable.Rows[function.Function][column] : null;
        return function.IsPublic ? Verdict.Through
            : caller.Persona is null ? Verdict.Unknown
            : function.IsAnyones ? Verdict.Through
            : caller.IsAnothers && IsOfApplication(function) ? Verdict.NotThere
            : cell switch
            {
                null or "no" => Verdict.WrongRole,
                "yes" => Verdict.Through,
                "once submitted" => Verdict.ThroughIf(isReadable),
                "once submitted, for funding" => Verdict.ThroughIf(isReadable && application.AsksForFunding),
                "any task" => Verdict.ThroughIf(isReadable && tasks.Count > 0),
                "own row" => caller.Persona == "evaluator-1" ? Verdict.Through : Verdict.WrongRole,
                "own task" => Verdict.ThroughIf(isReadable && tasks.Any(task => task.Assignee == caller.Persona)),
                _ => throw new InvalidOperationException($"The table says '{cell}' of {function.Function}."),
            };
    }

    private async Task<string> CallAsync(HttpClient http, HttpRoute function, AccessCaller caller, Application application)
    {
        TaskId? task = application.Tasks.Count > 0 ? application.Tasks[^1].Id : null;
        using HttpRequestMessage request = new(
            HttpMethod.Parse(function.Method),
            function.With(
                new Dictionary<string, string>
                {
                    ["id"] = IsOfTask(function) ? $"{task ?? TaskId.Create(application.Id, 1)}" : $"{application.Id}",
                    ["doc"] = "d1",
                    ["queue"] = StorageNames.NotificationsQueue,
                    ["message"] = $"{Guid.Empty}",
                    ["number"] = "1",
                    ["version"] = "1",
                    ["part"] = "1",
                    ["criterion"] = "1",
                    ["name"] = "none.css",
                    ["path"] = "nothing/here",
                    ["section"] = "about",
                    ["evaluator"] = "evaluator-1",
                }
            )
        );
        if (function.IsPage && function.Method != "GET")
        {
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            request.Content = new FormUrlEncodedContent(FieldsOf(function, caller));
        }
        else if (function.Method != "GET")
        {
            request.Headers.TryAddWithoutValidation("If-Match", "\"none\"");
            request.Content = new StringContent("""{"unknown":true}""", Encoding.UTF8, "application/json");
        }

        using var answer = await http.SendAsync(request);
        return answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => Verdict.Unknown,
            HttpStatusCode.Found when answer.Headers.Location!.OriginalString.StartsWith("/.auth/login", StringComparison.Ordinal) =>
                Verdict.Unknown,
            HttpStatusCode.Forbidden => Verdict.WrongRole,
            HttpStatusCode.NotFound when IsOfApplication(function) && await IsHiddenAsync(answer) => Verdict.NotThere,
            >= HttpStatusCode.InternalServerError => $"{answer.StatusCode}",
            _ => Verdict.Through,
        };
    }

    /// <summary>
    /// A form of the caller's own, made from a revision that nothing has. One that begins an application, whatever else it says, lacks the
    /// token.
    /// </summary>
    private Dictionary<string, string> FieldsOf(HttpRoute form, AccessCaller caller)
    {
        Dictionary<string, string> fields = new() { [Form.RevisionField] = "0" };
        if (caller.Persona is { } persona && form.Command?.IsAssignableTo(typeof(INewApplicationCommand)) != true)
        {
            fields[Form.TokenField] = world.App.Get<FormTokens>().For(persona);
        }

        return fields;
    }

    private static async Task<bool> IsListedAsync(HttpClient http, Application application)
    {
        using var answer = await http.GetAsync(new Uri("/api/applications?limit=200", UriKind.Relative));
        return (await answer.Content.ReadAsStringAsync()).Contains($"{application.Id}", StringComparison.Ordinal);
    }

    /// <summary>Whether a 404 hides the resource. A 404 that says what is missing goes only to callers who may see it.</summary>
    private static async Task<bool> IsHiddenAsync(HttpResponseMessage answer)
    {
        var hidden = MicroCred.App.Http.Problem.NotFound.Detail;
        var text = await answer.Content.ReadAsStringAsync();
        return answer.Content.Headers.ContentType!.MediaType == "text/html"
            ? WebUtility.HtmlDecode(text).Contains(hidden, StringComparison.Ordinal)
            : (string?)JsonNode.Parse(text)!["detail"] == hidden;
    }

    private static class Verdict
    {
        public const string Through = "let through";
        public const string Unknown = "401";
        public const string WrongRole = "403";
        public const string NotThere = "404";

        public static string ThroughIf(bool may) => may ? Through : NotThere;
    }

    public sealed class World() : AppFixture("SWEEP_SCHEDULE=0 0 0 1 1 *", "RECONCILE_SCHEDULE=0 0 0 1 1 *", "ARCHIVE_SCHEDULE=0 0 0 1 1 *")
    {
        /// <summary>Writes an application as its commands would have, under a new id.</summary>
        internal async Task<Application> SeedAsync(Application application)
        {
            var id = ApplicationId.New(Guid.NewGuid());
            var seeded = application with
            {
                Id = id,
                Tasks = [.. application.Tasks.Select((task, place) => task with { Id = TaskId.Create(id, place + 1) })],
            };
            var saved = await App.Applications.SaveAsync(null, new Change(seeded, []), [], answer: null, trace: null, default);
            await App.Worklists.ShowAsync(null, saved.Application, default);
            return saved.Application;
        }
    }
}
