using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using MicroCred.App.Identity;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.OpenApi;

/// <summary>Describes the HTTP interface as OpenAPI 3.1, from the functions' own attributes, so that it can't say anything else than they do.</summary>
internal static class OpenApiDocument
{
    public static JsonObject Of(Assembly assembly, JsonSerializerOptions json)
    {
        Schemas schemas = new(json);
        Descriptions descriptions = new(assembly);
        JsonObject paths = [];
        foreach ((MethodInfo function, HttpTriggerAttribute trigger) in Functions(assembly))
        {
            RouteTemplate route = RouteTemplate.Of(trigger.Route!);
            JsonObject path = paths[route.Path] as JsonObject ?? [];
            paths[route.Path] = path;
            foreach (string method in trigger.Methods!)
            {
                path[method] = Operation(function, route, schemas, descriptions);
            }
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "Micro-credential approvals",
                ["version"] = "1.0.0",
                ["description"] = "Applications for micro-credentials, from the draft through validation, evaluation and funding to the public register.",
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
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

    /// <summary>Every function with a fixed route; the catch-all for what is not found is none of the interface.</summary>
    private static IEnumerable<(MethodInfo Function, HttpTriggerAttribute Trigger)> Functions(Assembly assembly) =>
        from type in assembly.GetTypes()
        from method in type.GetMethods()
        where method.GetCustomAttribute<FunctionAttribute>() is not null
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
        where trigger is { Route: { } route } && route.StartsWith("api/", StringComparison.Ordinal)
        orderby trigger.Route, trigger.Methods![0]
        select (method, trigger);

    private static JsonObject Operation(MethodInfo function, RouteTemplate route, Schemas schemas, Descriptions descriptions)
    {
        GivesAttribute gives = function.GetCustomAttribute<GivesAttribute>() ?? new GivesAttribute(StatusCodes.Status200OK);
        bool isPublic = function.GetCustomAttribute<PublicAttribute>() is not null;
        string roles = string.Join(", ", function.GetCustomAttribute<AllowAttribute>()?.Roles ?? []);
        JsonObject operation = new()
        {
            ["operationId"] = function.GetCustomAttribute<FunctionAttribute>()!.Name,
            ["summary"] = descriptions.Of(function),
            ["description"] = isPublic ? "For anyone." : $"For the roles {roles}.",
            ["security"] = isPublic ? new JsonArray() : new JsonArray(new JsonObject { ["signIn"] = new JsonArray() }),
            ["parameters"] = Parameters(function, route, schemas),
            ["responses"] = new JsonObject
            {
                [$"{gives.Status}"] = Answer(gives, schemas),
                ["default"] = new JsonObject
                {
                    ["description"] = "A problem (RFC 9457).",
                    ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = schemas.Of(typeof(ProblemBody)) } },
                },
            },
        };
        if (Body(function, schemas) is { } body)
        {
            operation["requestBody"] = body;
        }

        return operation;
    }

    private static JsonObject Answer(GivesAttribute gives, Schemas schemas)
    {
        JsonObject answer = new() { ["description"] = "All is well." };
        if (gives.Status != StatusCodes.Status204NoContent)
        {
            answer["content"] = new JsonObject
            {
                [gives.MediaType] = gives.Body is null ? new JsonObject() : new JsonObject { ["schema"] = schemas.Of(gives.Body) },
            };
        }

        return answer;
    }

    private static JsonObject? Body(MethodInfo function, Schemas schemas)
    {
        if (function.GetCustomAttribute<TakesAttribute>() is { } takes)
        {
            return new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schemas.Of(takes.Body) } },
            };
        }

        if (function.GetCustomAttribute<TakesFileAttribute>() is not { } file)
        {
            return null;
        }

        JsonObject content = [];
        foreach (string mediaType in file.MediaTypes)
        {
            content[mediaType] = new JsonObject { ["schema"] = mediaType == "multipart/form-data" ? Form(schemas) : new JsonObject { ["type"] = "string", ["format"] = "binary" } };
        }

        return new JsonObject { ["required"] = true, ["content"] = content };
    }

    private static JsonObject Form(Schemas schemas) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("kind", "file"),
        ["properties"] = new JsonObject
        {
            ["kind"] = schemas.Of(typeof(Approval.DocumentKind)),
            ["file"] = new JsonObject { ["type"] = "string", ["format"] = "binary" },
        },
    };

    private static JsonArray Parameters(MethodInfo function, RouteTemplate route, Schemas schemas)
    {
        JsonArray parameters = [.. route.Parameters.Select(parameter => Parameter("path", parameter.Name, parameter.Schema, "", required: true))];
        foreach (QueryAttribute query in function.GetCustomAttributes<QueryAttribute>())
        {
            parameters.Add(Parameter("query", query.Name, schemas.Of(query.Type), query.Description, required: false));
        }

        if (function.GetCustomAttribute<PagedAttribute>() is not null)
        {
            parameters.Add(Parameter("query", "limit", new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 200, ["default"] = 50 }, "How many at most.", required: false));
            parameters.Add(Parameter("query", "after", new JsonObject { ["type"] = "string" }, "The next of the page before.", required: false));
        }

        if (function.GetCustomAttribute<AllowAttribute>() is not null && (function.GetCustomAttribute<TakesAttribute>() is not null || function.GetCustomAttribute<TakesFileAttribute>() is not null))
        {
            parameters.Add(Parameter("header", "If-Match", new JsonObject { ["type"] = "string" }, "The tag that was read; 412 where it has changed since.", required: false));
            parameters.Add(Parameter("header", "Idempotency-Key", new JsonObject { ["type"] = "string" }, "A repeat with the same key gets the same answer.", required: false));
        }

        return parameters;
    }

    private static JsonObject Parameter(string place, string name, JsonNode schema, string description, bool required)
    {
        JsonObject parameter = new() { ["name"] = name, ["in"] = place, ["required"] = required, ["schema"] = schema };
        if (description.Length > 0)
        {
            parameter["description"] = description;
        }

        return parameter;
    }

    /// <summary>A problem's body.</summary>
    internal sealed record ProblemBody(string Type, string Title, int Status, string Detail, IReadOnlyList<Approval.Finding>? Findings);
}
