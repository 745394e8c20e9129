using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Operation;

/// <summary>The app's spans, and the name under which they and its metrics appear.</summary>
internal static class Telemetry
{
    public const string Name = "MicroCred.App";

    public static ActivitySource Source { get; } = new(Name);

    /// <summary>The span of an invocation, in its caller's trace; null where nobody records spans.</summary>
    public static Activity? Start(string function, FunctionContext context) => Source.HasListeners()
        ? Staged(Source.StartActivity(function, ActivityKind.Internal, CallersSpan.Of(context)))
        : null;

    /// <summary>A span within the one that is under way.</summary>
    public static Activity? Start(string part) => Staged(Source.StartActivity(part));

    private static Activity? Staged(Activity? span) => span?.SetTag("microcred.stage", Stage.Current);
}

/// <summary>The stage of the pipeline that this flow of control works for: the folder of the function that was invoked.</summary>
internal static class Stage
{
    private static readonly AsyncLocal<string?> Flow = new();

    public static string Current => Flow.Value ?? "none";

    public static void Enter(string stage) => Flow.Value = stage;
}
