using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;

namespace MicroCred.App.Tests.Access;

/// <summary>
/// Every function that answers HTTP requests, called in every stage of an application by everybody, is to them what docs/access.md says. The
/// calls that are let through fail by what they bring (no body that can be read, a tag that nothing has), so that none changes anything.
/// </summary>
public sealed class AccessMatrix(AccessMatrix.World world) : IClassFixture<AccessMatrix.World>
{
    public static TheoryData<string> Stages => [.. AccessStage.All.Keys];

    [Fact]
    public void The_table_has_every_function_and_no_other() =>
        Assert.Equal(HttpFunction.All.Select(function => function.Name).Order(), AccessTable.Rows.Keys.Order());

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task Everybody_may_what_the_table_says(string stage)
    {
        Application application = await world.Seed(AccessStage.All[stage]());
        List<string> wrong = [];
        foreach (AccessCaller caller in AccessCaller.All)
        {
            using HttpClient http = caller.Persona is { } persona ? world.App.As(persona) : world.App.Anyone();
            foreach (HttpFunction function in HttpFunction.All)
            {
                string expected = Expected(function, caller, application);
                string was = await Call(http, function, application);
                if (was != expected)
                {
                    wrong.Add($"{function.Name} by {caller.Persona ?? "nobody"}: {was} instead of {expected}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(application.Revision, (await world.App.Applications.Find(application.Id, default))!.Application.Revision);
    }

    private static string Expected(HttpFunction function, AccessCaller caller, Application application)
    {
        bool isReadable = application.Status is not (ApplicationStatus.Draft or ApplicationStatus.Returned) && !caller.HasInterest;
        IReadOnlyList<EvaluationTask> tasks = [.. application.Tasks.TakeLast(1)];
        string? cell = caller.Column is { } column ? AccessTable.Rows[function.Name][column] : null;
        return function.IsPublic ? Verdict.Through
            : caller.Persona is null ? Verdict.Unknown
            : caller.IsAnothers && function.IsOfApplication ? Verdict.NotThere
            : cell switch
            {
                null or "no" => Verdict.WrongRole,
                "yes" => Verdict.Through,
                "once submitted" => Verdict.ThroughIf(isReadable),
                "once submitted, for funding" => Verdict.ThroughIf(isReadable && application.AsksForFunding),
                "any task" => Verdict.ThroughIf(isReadable && tasks.Count > 0),
                "own task" => Verdict.ThroughIf(isReadable && tasks.Any(task => task.Assignee == caller.Persona)),
                _ => throw new InvalidOperationException($"The table says '{cell}' of {function.Name}."),
            };
    }

    private static async Task<string> Call(HttpClient http, HttpFunction function, Application application)
    {
        TaskId? task = application.Tasks.Count > 0 ? application.Tasks[^1].Id : null;
        using HttpRequestMessage request = new(function.Method, $"/{function.PathFor(application.Id, task)}");
        if (function.Method != HttpMethod.Get)
        {
            request.Headers.TryAddWithoutValidation("If-Match", "\"none\"");
            request.Content = new StringContent("""{"unknown":true}""", Encoding.UTF8, "application/json");
        }

        using HttpResponseMessage answer = await http.SendAsync(request);
        return answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => Verdict.Unknown,
            HttpStatusCode.Forbidden => Verdict.WrongRole,
            HttpStatusCode.NotFound when function.IsOfApplication && await IsHidden(answer) => Verdict.NotThere,
            >= HttpStatusCode.InternalServerError => $"{answer.StatusCode}",
            _ => Verdict.Through,
        };
    }

    /// <summary>A 404 that says what lacks is one to somebody who may see where it would be.</summary>
    private static async Task<bool> IsHidden(HttpResponseMessage answer) =>
        (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["detail"] == Http.Problem.NotFound.Detail;

    private static class Verdict
    {
        public const string Through = "let through";
        public const string Unknown = "401";
        public const string WrongRole = "403";
        public const string NotThere = "404";

        public static string ThroughIf(bool may) => may ? Through : NotThere;
    }

    /// <summary>One running app for all stages.</summary>
    public sealed class World : IAsyncLifetime
    {
        private RunningApp? _app;

        internal RunningApp App => _app ?? throw new InvalidOperationException("It isn't running.");

        public async Task InitializeAsync() => _app = await RunningApp.Start("SWEEP_SCHEDULE=0 0 0 1 1 *", "REPAIR_SCHEDULE=0 0 0 1 1 *", "ARCHIVE_SCHEDULE=0 0 0 1 1 *");

        public async Task DisposeAsync() => await App.DisposeAsync();

        /// <summary>Writes an application as its commands would have, under an id of its own.</summary>
        internal async Task<Application> Seed(Application application)
        {
            ApplicationId id = ApplicationId.New(Guid.NewGuid());
            Application seeded = application with
            {
                Id = id,
                Tasks = [.. application.Tasks.Select((task, place) => task with { Id = TaskId.Create(id, place + 1) })],
            };
            StoredApplication saved = await App.Applications.Save(null, new Change(seeded, []), [], answer: null, trace: null, default);
            await App.Worklists.Show(null, saved.Application, default);
            return saved.Application;
        }
    }
}
