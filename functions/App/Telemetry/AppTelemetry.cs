using System.Diagnostics;

namespace MicroCred.App.Telemetry;

/// <summary>
/// Adds to the worker's spans the pipeline stage, and spans for work on one application of several. Also names the source of the app's own
/// spans and metrics.
/// </summary>
internal static class AppTelemetry
{
    public const string Name = "MicroCred.App";

    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Starts a child of the current span; null where tracing is off.</summary>
    public static Activity? Start(string part) => Source.StartActivity(part).InStage(FunctionStage.Current);

    /// <summary>Tags a span with its stage.</summary>
    public static Activity? InStage(this Activity? span, string stage) => span?.SetTag("microcred.stage", stage);
}

/// <summary>The current function's part of the service, which flows with the async context.</summary>
internal static class FunctionStage
{
    private static readonly AsyncLocal<string?> Flow = new();

    public static string Current => Flow.Value ?? "none";

    public static void Enter(string stage) => Flow.Value = stage;
}
