using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.ProbeApp.Semantics;

/// <summary>Plays a scenario on the app's own engine, in real time, and returns its final text.</summary>
internal static class PlayScenario
{
    [Function(nameof(PlayScenario))]
    public static async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "semantics/{scenario}")] HttpRequest request,
        string scenario,
        [DurableClient] DurableTaskClient client
    )
    {
        try
        {
            return Results.Text(
                await Scenario
                    .All[scenario]
                    .RunAsync(new Play(client, TimeProvider.System, time => Task.Delay(time, request.HttpContext.RequestAborted)))
            );
        }
        catch (Exception exception)
        {
            return Results.Text(exception.ToString(), statusCode: StatusCodes.Status500InternalServerError);
        }
    }
}
