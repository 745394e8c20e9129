using System.Reflection;
using System.Text.Json.Nodes;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Quotas;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.OpenApi;

/// <summary>The responses of functions: their own answers, and the problems implied by their attributes.</summary>
internal sealed class Answers(Schemas schemas, Examples examples)
{
    private static readonly IReadOnlyList<Problem> Known =
    [
        Problem.Invalid("limit: give a whole number from 1 to 200."),
        Problem.Unknown,
        Problem.WrongRole,
        Problem.NotFound,
        Problem.WrongState("An application that is published can't be withdrawn."),
        Problem.Infected,
        Problem.Deleted,
        Problem.Moved,
        Problem.TooLarge("A document may have 25 MiB at most."),
        Problem.WrongType("Send the body as JSON, with the header Content-Type: application/json."),
        Problem.Of(
            new QuotaExceeded(
                Quota.Drafts,
                Limit: 5_000,
                Used: 5_000,
                Asked: 1,
                new(2026, 3, 2, 11, 0, 0, TimeSpan.Zero),
                TimeSpan.FromHours(3)
            )
        ),
        Problem.NotAcceptable("A decision needs its reasons in writing."),
        Problem.Internal,
        Problem.Away,
    ];

    /// <summary>A function's responses by status, lowest first.</summary>
    public JsonObject Of(MethodInfo function, RouteTemplate route)
    {
        List<(int Status, JsonObject Answer)> given =
        [
            .. function
                .GetCustomAttributes<GivesAttribute>()
                .GroupBy(gives => gives.Status)
                .Select(status => (status.Key, Given(function, [.. status]))),
        ];
        IEnumerable<(int Status, JsonObject Answer)> refused = Refused(function, route)
            .Distinct()
            .Except(given.Select(answer => answer.Status))
            .Select(status => (status, new JsonObject { ["$ref"] = $"#/components/responses/Problem{status}" }));
        return new JsonObject(
            given
                .Concat(refused)
                .OrderBy(answer => answer.Status)
                .Select(answer => KeyValuePair.Create($"{answer.Status}", (JsonNode?)answer.Answer))
        );
    }

    /// <summary>Every problem once, shared by all functions that answer with it.</summary>
    public JsonObject Problems() =>
        new(
            Known
                .GroupBy(problem => problem.Status)
                .Select(problems =>
                    KeyValuePair.Create(
                        $"Problem{problems.Key}",
                        (JsonNode?)
                            new JsonObject
                            {
                                ["description"] = $"{string.Join(", or ", problems.Select(problem => problem.Title))}.",
                                ["content"] = new JsonObject
                                {
                                    ["application/problem+json"] = new JsonObject { ["schema"] = schemas.Of(typeof(ProblemBody)) }.With(
                                        examples.Of(ProblemBody.Of(problems.First()))
                                    ),
                                },
                            }
                    )
                )
        );

    private JsonObject Given(MethodInfo function, IReadOnlyList<GivesAttribute> gives)
    {
        JsonObject answer = new() { ["description"] = Words(gives[0].Status) };
        if (Headers(function, gives) is { Count: > 0 } headers)
        {
            answer["headers"] = headers;
        }

        if (gives[0].Status is not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified))
        {
            answer["content"] = new JsonObject(
                gives
                    .GroupBy(type => type.MediaType)
                    .Select(type =>
                        KeyValuePair.Create(
                            type.Key,
                            (JsonNode?)(
                                SchemaOf([.. type.Select(one => one.Body).OfType<Type>()]) is { } schema
                                    ? new JsonObject { ["schema"] = schema }.With(
                                        examples.AnswerOf(ApiOperation.NameOf(function), type.Key)
                                    )
                                    : new JsonObject()
                            )
                        )
                    )
            );
        }

        return answer;
    }

    private JsonObject? SchemaOf(IReadOnlyList<Type> bodies) =>
        bodies switch
        {
            [] => null,
            [var one] => schemas.Of(one),
            _ => new JsonObject { ["anyOf"] = new JsonArray([.. bodies.Select(schemas.Of)]) },
        };

    private static JsonObject Headers(MethodInfo function, IReadOnlyList<GivesAttribute> gives)
    {
        JsonObject headers = [];
        if (gives[0].Status == StatusCodes.Status201Created)
        {
            headers["Location"] = Header("Where it is.");
        }

        var tagged = gives[0].Body == typeof(ApplicationView) || function.GetCustomAttribute<HeedsIfMatchAttribute>() is not null;
        if (tagged && gives[0].Body is not null)
        {
            // Of several bodies, the others may have none.
            headers["ETag"] = Header("The tag to send back in If-Match.", isRequired: gives.Count == 1);
        }

        return headers;
    }

    private static JsonObject Header(string description, bool isRequired = true) =>
        new()
        {
            ["description"] = description,
            ["required"] = isRequired,
            ["schema"] = new JsonObject { ["type"] = "string" },
        };

    private static IEnumerable<int> Refused(MethodInfo function, RouteTemplate route)
    {
        var takes =
            function.GetCustomAttribute<TakesAttribute>() is not null || function.GetCustomAttribute<TakesFileAttribute>() is not null;
        var asks = function.GetCustomAttributes<QueryAttribute>().Any() || function.GetCustomAttribute<PagedAttribute>() is not null;
        (bool, int[])[] reasons =
        [
            (
                takes,
                [
                    StatusCodes.Status400BadRequest,
                    StatusCodes.Status413PayloadTooLarge,
                    StatusCodes.Status415UnsupportedMediaType,
                    StatusCodes.Status422UnprocessableEntity,
                ]
            ),
            (asks, [StatusCodes.Status400BadRequest]),
            (
                function.GetCustomAttribute<AllowAttribute>() is not null,
                [StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden]
            ),
            (function.GetCustomAttribute<AnyoneSignedInAttribute>() is not null, [StatusCodes.Status401Unauthorized]),
            (route.Parameters.Count > 0, [StatusCodes.Status404NotFound]),
            (function.GetCustomAttribute<HeedsIdempotencyKeyAttribute>() is not null, [StatusCodes.Status409Conflict]),
            (function.GetCustomAttribute<HeedsIfMatchAttribute>() is not null, [StatusCodes.Status412PreconditionFailed]),
            (
                true,
                [
                    StatusCodes.Status500InternalServerError,
                    StatusCodes.Status503ServiceUnavailable,
                    .. function.GetCustomAttribute<RefusesAttribute>()?.Statuses ?? [],
                ]
            ),
        ];
        return reasons.Where(reason => reason.Item1).SelectMany(reason => reason.Item2);
    }

    private static string Words(int status) =>
        status switch
        {
            StatusCodes.Status201Created => "Created. Location has its address.",
            StatusCodes.Status202Accepted => "Accepted. What follows is done in the background.",
            StatusCodes.Status204NoContent => "Deleted.",
            StatusCodes.Status304NotModified => "Not modified.",
            StatusCodes.Status422UnprocessableEntity => "Not acceptable.",
            StatusCodes.Status503ServiceUnavailable => "Unavailable.",
            _ => "Done.",
        };
}
