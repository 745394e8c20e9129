using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using FromBodyAttribute = Microsoft.Azure.Functions.Worker.Http.FromBodyAttribute;

namespace MicroCred.ProbeApp.Http;

/// <summary>Functions that read JSON, in both possible ways.</summary>
internal static class JsonBodies
{
    [Function("ReadJson")]
    public static async Task<IResult> ReadJsonAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "json/read")] HttpRequest request
    )
    {
        try
        {
            return await request.ReadFromJsonAsync<Thing>() is { } thing ? Results.Ok(thing) : Results.Text("null");
        }
        catch (JsonException wrong)
        {
            return Results.Text($"JsonException {wrong.Path}");
        }
        catch (InvalidOperationException)
        {
            return Results.Text("InvalidOperationException");
        }
    }

    [Function("BindJson")]
    public static IResult BindJson(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "json/bound")] HttpRequest request,
        [FromBody] Thing thing
    ) => Results.Ok(thing);

    internal enum Colour
    {
        Red,
    }

    internal sealed record Thing(string Name, Colour Colour);
}
