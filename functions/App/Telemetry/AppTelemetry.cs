using System.Diagnostics;

namespace MicroCred.App.Telemetry;

/// <summary>
/// What the worker's spans don't say: the stage of the pipeline that one belongs to, and what is done for one application of several. And
/// the name under which the app's own spans and metrics appear.
/// </summary>
internal static class AppTelemetry
{
    public const string Name = "MicroCred.App";

    public static ActivitySource Source { get; } = new(Name);

    /// <summary>A span within the one that is under way; null where nobody records spans.</summary>
    public static Activity? Start(string part) => Source.StartActivity(part).InStage(FunctionStage.Current);

    /// <summary>Says of a span which stage it belongs to.</summary>
    public static Activity? InStage(this Activity? span, string stage) => span?.SetTag("microcred.stage", stage);
}

/// <summary>The part of the service that this flow of control works for: that of the function that was invoked.</summary>
internal static class FunctionStage
{
    private static readonly AsyncLocal<string?> Flow = new();

    public static string Current => Flow.Value ?? "none";

    public static void Enter(string stage) => Flow.Value = stage;
}
