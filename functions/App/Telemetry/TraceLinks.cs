using System.Diagnostics;

namespace MicroCred.App.Telemetry;

/// <summary>
/// Connects spans with their application. An application's own trace is that of its first submission and is stored with it; requests weeks
/// later have traces of their own, which link to it. Spans contain ids only.
/// </summary>
internal static class TraceLinks
{
    public const string ApplicationId = "microcred.application.id";

    /// <summary>The current span's id, to be stored with its results; null where tracing is off.</summary>
    public static string? Here => Activity.Current?.Id;

    /// <summary>
    /// Tags the current span (the worker's span of an invocation, or one within it) with its application, and links it to its origin.
    /// </summary>
    /// <param name="application">The application.</param>
    /// <param name="origin">
    /// The application's own trace, or the span that sent a message, as a W3C <c>traceparent</c>; null where none is known.
    /// </param>
    public static void Follow(ApplicationId application, string? origin)
    {
        if (Activity.Current is not { } span)
        {
            return;
        }

        span.SetTag(ApplicationId, application.ToString());
        if (
            ActivityContext.TryParse(origin, traceState: null, isRemote: true, out var context)
            && context.TraceId != span.TraceId
            && span.Links.All(link => link.Context != context)
        )
        {
            span.AddLink(new ActivityLink(context));
        }
    }
}
