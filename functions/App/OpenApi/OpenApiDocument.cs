using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using MicroCred.App.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.OpenApi;

/// <summary>Describes the HTTP interface as OpenAPI 3.1, from the functions' own attributes, so that the two can't diverge.</summary>
internal static class OpenApiDocument
{
    public static JsonObject Of(Assembly assembly, JsonSerializerOptions json)
    {
        Schemas schemas = new(json);
        Examples examples = new(json);
        Answers answers = new(schemas, examples);
        Descriptions descriptions = new(assembly);
        JsonObject paths = [];
        foreach ((var function, var trigger) in Functions(assembly))
        {
            var route = RouteTemplate.Of(trigger.Route!);
            var path = paths[route.Path] as JsonObject ?? [];
            paths[route.Path] = path;
            foreach (var method in trigger.Methods!)
            {
                path[method] = new ApiOperation(function, route, schemas, examples).Describe(descriptions, answers);
            }
        }

        var problems = answers.Problems();
        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "Micro-credential approvals",
                ["version"] = "1.0.0",
                ["description"] =
                    "Applications for micro-credentials, from the draft through validation, evaluation and funding to the public register.",
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["tags"] = new JsonArray([
                .. Functions(assembly)
                    .Select(found => FunctionMethods.FeatureOf(found.Function))
                    .Distinct()
                    .Order(StringComparer.Ordinal)
                    .Select(stage => new JsonObject { ["name"] = stage, ["description"] = ApiTags.Descriptions.GetValueOrDefault(stage) }),
            ]),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["responses"] = problems,
                ["schemas"] = schemas.All,
                ["securitySchemes"] = new JsonObject
                {
                    ["signIn"] = new JsonObject
                    {
                        ["type"] = "http",
                        ["scheme"] = "bearer",
                        ["description"] = "A token of the identity provider; on a developer's machine a persona's id.",
                    },
                },
            },
        };
    }

    /// <summary>Every function with a fixed route; the catch-all for unknown addresses isn't part of the interface.</summary>
    private static IEnumerable<(MethodInfo Function, HttpTriggerAttribute Trigger)> Functions(Assembly assembly) =>
        from type in assembly.GetTypes()
        from method in type.GetMethods()
        where method.GetCustomAttribute<FunctionAttribute>() is not null
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
        where trigger is { Route: { } route } && IsForPrograms(route)
        orderby trigger.Route, trigger.Methods![0]
        select (method, trigger);

    private static bool IsForPrograms(string route) =>
        route.StartsWith("api/", StringComparison.Ordinal) || route.StartsWith(".well-known/", StringComparison.Ordinal);
}
