using System.Reflection;
using System.Text.Json.Nodes;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.OpenApi;

/// <summary>One function as an OpenAPI operation: who may call it, its parameters and body, and its responses.</summary>
internal sealed class ApiOperation(MethodInfo function, RouteTemplate route, Schemas schemas, Examples examples)
{
    private const string Form = "multipart/form-data";

    public JsonObject Describe(Descriptions descriptions, Answers answers)
    {
        (var summary, var more) = descriptions.Of(function);
        var allowed = function.GetCustomAttribute<AllowAttribute>();
        var isForAnyoneSignedIn = function.GetCustomAttribute<AnyoneSignedInAttribute>() is not null;
        JsonObject operation = new()
        {
            ["operationId"] = NameOf(function),
            ["summary"] = summary,
            ["description"] = $"{more} {For(allowed, isForAnyoneSignedIn)}".Trim(),
            ["tags"] = new JsonArray(FunctionMethods.FeatureOf(function)),
            ["security"] =
                allowed is null && !isForAnyoneSignedIn ? new JsonArray() : new JsonArray(new JsonObject { ["signIn"] = new JsonArray() }),
            ["parameters"] = new JsonArray([.. Parameters()]),
        };
        if (Body() is { } content)
        {
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = content };
        }

        operation["responses"] = answers.Of(function, route);
        return operation;
    }

    private static string For(AllowAttribute? allowed, bool isForAnyoneSignedIn) =>
        isForAnyoneSignedIn ? "For anyone who is signed in."
        : allowed is null ? "For anyone."
        : $"For the roles {string.Join(", ", allowed.Roles)}.";

    public static string NameOf(MethodInfo function) => function.GetCustomAttribute<FunctionAttribute>()!.Name;

    private JsonObject? Body()
    {
        if (function.GetCustomAttribute<TakesAttribute>() is { } takes)
        {
            return new JsonObject { ["application/json"] = Content(schemas.Of(takes.Body)) };
        }

        return function.GetCustomAttribute<TakesFileAttribute>() is { } file
            ? new JsonObject(
                file.MediaTypes.Select(type =>
                    KeyValuePair.Create(type, (JsonNode?)(type == Form ? Content(FormOf(file)) : new JsonObject()))
                )
            )
            : null;
    }

    private JsonObject Content(JsonObject schema) => new JsonObject { ["schema"] = schema }.With(examples.BodyOf(NameOf(function)));

    private JsonObject FormOf(TakesFileAttribute file)
    {
        JsonObject parts = new()
        {
            ["file"] = new JsonObject { ["type"] = "string", ["contentMediaType"] = "application/octet-stream" },
        };
        if (file.WithKind)
        {
            parts.Insert(0, "kind", schemas.Of(typeof(MicroCred.Approval.DocumentKind)));
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray([.. parts.Select(part => JsonValue.Create(part.Key))]),
            ["properties"] = parts,
        };
    }

    private IEnumerable<JsonObject> Parameters()
    {
        foreach ((var name, var schema) in route.Parameters)
        {
            yield return Parameter("path", name, schema);
        }

        foreach (var query in function.GetCustomAttributes<QueryAttribute>())
        {
            yield return Parameter("query", query.Name, schemas.Of(query.Type), query.Description);
        }

        if (function.GetCustomAttribute<PagedAttribute>() is { } paged)
        {
            JsonObject limit = new()
            {
                ["type"] = "integer",
                ["minimum"] = 1,
                ["maximum"] = PageSize.Most,
                ["default"] = paged.UnlessGiven,
            };
            yield return Parameter("query", "limit", limit, "How many at most.");
            yield return Parameter("query", "after", Text(), "The next of the page before.");
        }

        if (function.GetCustomAttribute<HeedsIfMatchAttribute>() is not null)
        {
            yield return Parameter("header", "If-Match", Text(), "The tag that was read; 412 where it has changed since.");
        }

        if (function.GetCustomAttribute<HeedsIdempotencyKeyAttribute>() is not null)
        {
            yield return Parameter("header", "Idempotency-Key", Text(), "A repeat with the same key gets the same answer, for a day.");
        }
    }

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Parameter(string place, string name, JsonObject schema, string? description = null)
    {
        JsonObject parameter = new()
        {
            ["name"] = name,
            ["in"] = place,
            ["required"] = place == "path",
            ["schema"] = schema,
        };
        if (description is not null)
        {
            parameter["description"] = description;
        }

        return parameter;
    }
}
