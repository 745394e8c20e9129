using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MicroCred.App.OpenApi;

/// <summary>A function's route in OpenAPI's notation, with the schemas that its constraints imply for the parameters.</summary>
internal sealed partial record RouteTemplate(string Path, IReadOnlyList<(string Name, JsonObject Schema)> Parameters)
{
    public static RouteTemplate Of(string route) =>
        new(
            "/" + Constraint().Replace(route, "{$1}"),
            [.. Constraint().Matches(route).Select(match => (match.Groups[1].Value, Schema(match.Groups[2].Value)))]
        );

    private static JsonObject Schema(string constraint) =>
        constraint switch
        {
            "guid" => new JsonObject { ["type"] = "string", ["format"] = "uuid" },
            "int" => new JsonObject { ["type"] = "integer" },
            "range(1,7)" => new JsonObject
            {
                ["type"] = "integer",
                ["minimum"] = 1,
                ["maximum"] = 7,
            },
            _ => new JsonObject { ["type"] = "string" },
        };

    [GeneratedRegex(@"\{(\w+)(?::([^}]+))?\}")]
    private static partial Regex Constraint();
}
