using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.ProbeApp.Http;

/// <summary>Answers of every kind. The class is public, so that the worker calls it without reflection.</summary>
public static class Answers
{
    [Function("JsonAnswer")]
    public static IResult JsonAnswer([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answers/json")] HttpRequest request) =>
        Results.Ok(new { Name = "Tāmati" });

    [Function("ProblemAnswer")]
    public static IResult ProblemAnswer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answers/problem")] HttpRequest request
    ) => Results.Problem("No.", statusCode: 409, extensions: new Dictionary<string, object?> { ["findings"] = Enumerable.Range(1, 2) });

    [Function("StatusAnswer")]
    public static IResult StatusAnswer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answers/status/{word:alpha}")] HttpRequest request,
        string word
    ) =>
        word switch
        {
            "created" => Results.Created("/things/1", null),
            "accepted" => Results.Accepted("/things/1"),
            "nothing" => Results.NoContent(),
            "unmodified" => Results.StatusCode(StatusCodes.Status304NotModified),
            _ => Results.Redirect("/elsewhere"),
        };

    [Function("HeadersAnswer")]
    public static IResult HeadersAnswer([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answers/headers")] HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.ETag = "\"7\"";
        headers.Location = "/elsewhere";
        headers.CacheControl = "public, max-age=60";
        headers.Vary = "Accept";
        headers.LastModified = "Wed, 25 Nov 2026 00:00:00 GMT";
        headers.SetCookie = new(["a=1", "b=2"]);
        return Results.Ok();
    }

    /// <summary>Writes one part, and the second once the client has asked for it.</summary>
    [Function("StreamAnswer")]
    public static IResult StreamAnswer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answers/stream/{id}")] HttpRequest request,
        string id
    ) =>
        Results.Stream(async stream =>
        {
            await stream.WriteAsync("first"u8.ToArray());
            await stream.FlushAsync();
            await Signals.UntilAsync(id);
            await stream.WriteAsync("second"u8.ToArray());
        });

    /// <summary>Sends one event, and the second once the client has asked for it.</summary>
    [Function("EventsAnswer")]
    public static IResult EventsAnswer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answers/events/{id}")] HttpRequest request,
        string id
    )
    {
        return TypedResults.ServerSentEvents(EventsAsync());

        async IAsyncEnumerable<string> EventsAsync()
        {
            yield return "first";
            await Signals.UntilAsync(id);
            yield return "second";
        }
    }

    [Function("NullAnswer")]
    public static Task<IResult?> NullAnswerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answers/null")] HttpRequest request
    ) => Task.FromResult<IResult?>(null);

    [Function("WrittenAnswer")]
    public static Task WrittenAnswerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answers/written")] HttpRequest request
    ) => request.HttpContext.Response.WriteAsync("by hand");

    [Function("NoAnswer")]
    public static async Task<IResult> NoAnswerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answers/exception")] HttpRequest request
    )
    {
        request.HttpContext.Response.Headers["X-Set-Before"] = "1";
        await Task.Yield();
        throw new InvalidOperationException("on purpose");
    }

    [Function("GiveSignal")]
    public static IResult GiveSignal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "signals/{id}")] HttpRequest request,
        string id
    )
    {
        Signals.Give(id);
        return Results.NoContent();
    }
}
