using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace MicroCred.App.Operation;

/// <summary>
/// A span and a duration for each invocation, by function and by stage: the folder that the function is in. Not for orchestrators, whose
/// turns are replayed and must not await anything of ours.
/// </summary>
internal sealed class StageMiddleware(IMeterFactory meters) : IFunctionsWorkerMiddleware
{
    private readonly Histogram<double> _durations = meters.Create(Telemetry.Name).CreateHistogram<double>(
        "microcred.function.duration", "s", "How long invocations take.");

    public static bool Applies(FunctionContext context) =>
        context.FunctionDefinition.InputBindings.Values.All(binding => binding.Type != "orchestrationTrigger");

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        string function = context.FunctionDefinition.Name;
        string stage = context.FunctionDefinition.EntryPoint.Split('.') is [.., var folder, _, _] ? folder : "none";
        Stage.Enter(stage);
        using Activity? span = Telemetry.Start(function, context);
        long start = Stopwatch.GetTimestamp();
        string outcome = "failed";
        try
        {
            await next(context);
            outcome = context.GetHttpContext()?.Response.StatusCode >= StatusCodes.Status500InternalServerError ? "failed" : "done";
        }
        finally
        {
            if (outcome == "failed")
            {
                span?.SetStatus(ActivityStatusCode.Error);
            }

            _durations.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new("function", function), new("stage", stage), new("outcome", outcome));
        }
    }
}
