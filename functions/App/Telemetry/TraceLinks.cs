using System.Diagnostics;

namespace MicroCred.App.Telemetry;

/// <summary>
/// What ties spans to the application they are about. An application's own trace is that of its first submission and is kept with it; what
/// people do weeks later happens in traces of their own, which link to it. Nothing but ids is ever written on a span.
/// </summary>
internal static class TraceLinks
{
    public const string ApplicationId = "microcred.application.id";

    /// <summary>The span that is under way, to keep with what it does; null where nobody records spans.</summary>
    public static string? Here => Activity.Current?.Id;

    /// <summary>
    /// Says of the span that is under way, the worker's own of an invocation or one within it, which application it is about, and links
    /// it to where it comes from.
    /// </summary>
    /// <param name="application">The application.</param>
    /// <param name="origin">The application's own trace, or the span that sent a message, as a W3C <c>traceparent</c>; null where none
    /// is known.</param>
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
