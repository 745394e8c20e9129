using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.ProbeApp.Http;

/// <summary>Functions that take long.</summary>
internal sealed class Waiting(Journal journal)
{
    /// <summary>Notes each of the three ways in which it learns that its client has disconnected.</summary>
    [Function("WaitForEver")]
    public async Task<IResult> WaitForEverAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "waiting/for-ever/{id}")] HttpRequest request,
        string id,
        FunctionContext context,
        CancellationToken cancellationToken
    )
    {
        journal.Write($"{id} begins");
        await Task.WhenAll(
            ToldAsync($"{id} parameter", cancellationToken),
            ToldAsync($"{id} context", context.CancellationToken),
            ToldAsync($"{id} request", request.HttpContext.RequestAborted)
        );
        return Results.NoContent();
    }

    [Function("WaitAWhile")]
    public async Task<IResult> WaitAWhileAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "waiting/seconds/{seconds:int}")] HttpRequest request,
        int seconds
    )
    {
        journal.Write("request begins");
        await Task.Delay(TimeSpan.FromSeconds(seconds), CancellationToken.None);
        journal.Write("request ends");
        return Results.Text($"{Environment.ProcessId}");
    }

    /// <summary>The class is internal, so the worker calls it by reflection.</summary>
    [Function("FailWrapped")]
    public static async Task<IResult> FailWrappedAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "waiting/exception")] HttpRequest request
    )
    {
        await Task.Yield();
        throw new InvalidOperationException("on purpose");
    }

    private async Task ToldAsync(string way, CancellationToken cancellationToken)
    {
        var told = new TaskCompletionSource();
        cancellationToken.Register(told.SetResult);
        await told.Task;
        journal.Write(way);
    }
}
