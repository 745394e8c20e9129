using System.Globalization;
using System.Text.Json.Nodes;

namespace MicroCred.Demo.Cases;

internal sealed record ScriptedDecision(string Outcome, string Reasons, IReadOnlyList<ScriptedCondition> Conditions)
{
    /// <summary>The decision as a request's body; conditions are due so many days from now.</summary>
    public JsonObject Body() =>
        new()
        {
            ["outcome"] = Outcome,
            ["reasons"] = Reasons,
            ["conditions"] = new JsonArray([.. Conditions.Select(Stated)]),
        };

    private static JsonObject Stated(ScriptedCondition condition) =>
        new()
        {
            ["text"] = condition.Text,
            ["due"] = DateTimeOffset.UtcNow.AddDays(condition.DueInDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
}
