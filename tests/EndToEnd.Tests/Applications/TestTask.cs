using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Applications;

/// <summary>An open task of a test's application, and who does it.</summary>
internal sealed class TestTask(RunningInstance instance, JsonNode json)
{
    public JsonNode Json => json;

    public string Path => $"api/tasks/{(string)json["id"]!}";

    public string AssigneeId => (string)json["assignee"]!;

    public Caller Assignee => instance.As(AssigneeId);

    public Caller AnotherEvaluator => instance.As(RestoredEvaluators.All.First(id => id != AssigneeId));

    public async Task FindAsync(int criterion, string result = "Met") =>
        (await Assignee.PutAsync($"{Path}/findings/{criterion}", Finding(result))).Is(HttpStatusCode.OK);

    public async Task FindAllAsync(string result = "Met")
    {
        for (var criterion = 1; criterion <= 7; criterion++)
        {
            await FindAsync(criterion, result);
        }
    }

    public Task<Answer> DecideAsync(string outcome, params string[] conditions) =>
        Assignee.PostAsync($"{Path}/decision", Decision(outcome, conditions));

    public async Task<int> AskAsync(params string[] fields) =>
        (int)
            (
                await Assignee.PostAsync(
                    $"{Path}/information-requests",
                    Question().With("fields", new JsonArray([.. fields.Select(field => (JsonNode)field)]))
                )
            )
                .Is(HttpStatusCode.Created)
                .Json["number"]!;

    public static JsonObject Finding(string result = "Met") => new() { ["result"] = result, ["comment"] = "A comment." };

    public static JsonObject Question() => new() { ["question"] = "How many?", ["criteria"] = new JsonArray(1, 6) };

    public static JsonObject Condition(string text, string due) => new() { ["text"] = text, ["due"] = due };

    public static JsonObject Decision(string outcome, params string[] conditions) =>
        new()
        {
            ["outcome"] = outcome,
            ["reasons"] = "Reasons in writing.",
            ["conditions"] = new JsonArray([.. conditions.Select(text => Condition(text, "2030-03-01"))]),
        };
}
