using System.Diagnostics;
using MicroCred.Emulator.Durable.Clocks;
using MicroCred.Emulator.Hosting;
using MicroCred.Emulator.Worker;
using Microsoft.Extensions.Logging;

namespace MicroCred.Emulator.Functions;

/// <summary>What every invocation passes: the app's middleware, then the function.</summary>
internal sealed partial class InvocationPipeline
{
    // The source and the name that the real worker uses, so that an app's telemetry is set up the same.
    private static readonly ActivitySource Source = new("Microsoft.Azure.Functions.Worker");

    private readonly FunctionExecutionDelegate _steps;
    private readonly ILogger _logger;
    private readonly VirtualClock? _clock;

    public InvocationPipeline(FunctionApp app, FunctionMethods methods, TimeProvider time, ILogger<InvocationPipeline> logger)
    {
        _clock = time as VirtualClock;
        _steps = app.Middleware.Reverse().Aggregate((FunctionExecutionDelegate)methods.ExecuteAsync, (next, step) => step(next));
        _logger = logger;
    }

    /// <summary>Runs a function and says what it returned. Nothing here leaves the caller's synchronisation context, which orchestrators need.</summary>
    public async Task<object?> RunAsync(Invocation invocation)
    {
        ActivityContext.TryParse(invocation.TraceContext.TraceParent, null, isRemote: true, out var caller);
        using var activity = Source.StartActivity("Invoke", ActivityKind.Server, caller);
        // The engine itself knows when an orchestrator is at work: between turns it isn't, though its function has not ended.
        using var held = invocation.Function.Kind == FunctionKind.Orchestrator ? null : _clock?.Hold();
        activity?.SetTag("faas.name", invocation.Function.Name).SetTag("faas.invocation_id", invocation.InvocationId);
        try
        {
            await _steps(invocation);
            return invocation.GetInvocationResult().Value;
        }
        catch (Exception failure)
        {
            activity?.SetStatus(ActivityStatusCode.Error, failure.Message);
            Failed(failure, invocation.Function.Name, invocation.InvocationId);
            throw;
        }
    }

    [LoggerMessage(LogLevel.Error, "{Function} failed (invocation {InvocationId}).")]
    private partial void Failed(Exception failure, string function, string invocationId);
}
