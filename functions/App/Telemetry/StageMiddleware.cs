using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace MicroCred.App.Telemetry;

/// <summary>
/// Records for each invocation its part of the service and its duration. The span is the worker's. Orchestrators are excluded: their turns
/// are replayed and must not await other code.
/// </summary>
internal sealed class StageMiddleware(IMeterFactory meters) : IFunctionsWorkerMiddleware
{
    private readonly Histogram<double> _durations = meters
        .Create(AppTelemetry.Name)
        .CreateHistogram<double>("microcred.function.duration", "s", "How long invocations take.");

    public static bool Applies(FunctionContext context) =>
        context.FunctionDefinition.InputBindings.Values.All(binding => binding.Type != "orchestrationTrigger");

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var function = context.FunctionDefinition.Name;
        var stage = FunctionMethods.FeatureOf(FunctionMethods.Of(context));
        FunctionStage.Enter(stage);
        var span = Activity.Current.InStage(stage);
        var start = Stopwatch.GetTimestamp();
        var outcome = "failed";
        try
        {
            await next(context);
            outcome = context.GetHttpContext()?.Response.StatusCode >= StatusCodes.Status500InternalServerError ? "failed" : "done";
        }
        finally
        {
            if (outcome == "failed")
            {
                // The worker records an exception that leaves the function, but not one that was answered with a problem.
                span?.SetStatus(ActivityStatusCode.Error);
            }

            _durations.Record(
                Stopwatch.GetElapsedTime(start).TotalSeconds,
                new("function", function),
                new("stage", stage),
                new("outcome", outcome)
            );
        }
    }
}
