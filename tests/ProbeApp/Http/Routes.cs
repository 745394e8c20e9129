using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.ProbeApp.Http;

/// <summary>Overlapping routes; each function answers its name and parameters. The alphabetical order of the names matters.</summary>
internal static class Routes
{
    [Function("AEntry")]
    public static IResult AEntry(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "register/{number}")] HttpRequest request,
        string number
    ) => Results.Text($"AEntry {number}");

    [Function("BStatistics")]
    public static IResult BStatistics(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{list}/statistics")] HttpRequest request,
        string list
    ) => Results.Text($"BStatistics {list}");

    [Function("ThingByNumber")]
    public static IResult ThingByNumber(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{number:int}")] HttpRequest request,
        int number
    ) => Results.Text($"ThingByNumber {number}");

    [Function("ThingById")]
    public static IResult ThingById(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{id:guid}")] HttpRequest request,
        Guid id
    ) => Results.Text($"ThingById {id}");

    [Function("ThingByName")]
    public static IResult ThingByName(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{name:alpha}")] HttpRequest request,
        string name
    ) => Results.Text($"ThingByName {name}");

    [Function("Criterion")]
    public static IResult Criterion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "criteria/{number:range(1,7)}")] HttpRequest request,
        long number
    ) => Results.Text($"Criterion {number}");

    [Function("Names")]
    public static IResult Names(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "names/{name}")] HttpRequest request,
        string name
    ) => Results.Text(name);

    [Function("Plain")]
    public static IResult Plain([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Text("Plain");

    [Function("PlainPost")]
    public static IResult PlainPost([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plain")] HttpRequest request) =>
        Results.Text("PlainPost");

    [Function("Optional")]
    public static IResult Optional(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "optional/{word?}")] HttpRequest request,
        string? word
    ) => Results.Text($"Optional {(string.IsNullOrEmpty(word) ? "none" : word)}");

    [Function("Head")]
    public static IResult Head([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head")] HttpRequest request) =>
        Results.Bytes("four"u8.ToArray());

    [Function("Any")]
    public static IResult Any([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.Text(request.Method);

    [Function("SwitchedOff")]
    public static IResult SwitchedOff([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        Results.Text("SwitchedOff");

    /// <summary>The route values from the worker's own route matching.</summary>
    [Function("RoutedTo")]
    public static IResult RoutedTo(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "routed/{word}")] HttpRequest request,
        string word
    )
    {
        var endpoint = request.HttpContext.GetEndpoint()!;
        return Results.Text(
            $"{endpoint.DisplayName} {string.Join(',', endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods)} {word}"
        );
    }

    [Function("ZCatchAll")]
    public static IResult ZCatchAll(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request,
        string? path
    ) => Results.Text($"ZCatchAll {path}");
}
