using System.Diagnostics;

namespace MicroCred.App.Operation;

/// <summary>The name under which the app's spans and metrics appear.</summary>
internal static class Telemetry
{
    public const string Name = "MicroCred.App";

    public static ActivitySource Source { get; } = new(Name);
}

/// <summary>The stage of the pipeline that this flow of control works for: the folder of the function that was invoked.</summary>
internal static class Stage
{
    private static readonly AsyncLocal<string?> Flow = new();

    public static string Current => Flow.Value ?? "none";

    public static void Enter(string stage) => Flow.Value = stage;
}
