using MicroCred.App.Notices;

namespace MicroCred.App.Storage;

/// <summary>
/// A notice as a queue message: ids only, no text that anybody wrote, so that the message is short and tells nothing to those who can read
/// the queue. The letter's content is read from the application when it is sent.
/// </summary>
/// <param name="Id">The notice's id.</param>
/// <param name="Application">The application it is about.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Recipient">A provider's number or a person's id.</param>
/// <param name="Revision">The application's revision that the notice was stored with.</param>
/// <param name="TraceParent">The span that queued it, as a W3C <c>traceparent</c>; null where tracing is off.</param>
internal sealed record QueuedNotice(
    string Id,
    ApplicationId Application,
    string Kind,
    string Recipient,
    int Revision,
    string? TraceParent = null
)
{
    public static QueuedNotice Of(Notice notice, string? traceParent) =>
        new(
            notice.Envelope.Id,
            notice.Envelope.Application,
            notice.Kind(),
            notice.Envelope.Recipient,
            notice.Envelope.Revision,
            traceParent
        );

    /// <summary>Whether a stored notice is this one.</summary>
    public bool Is(Notice notice) => notice.Envelope.Id == Id && notice.Kind() == Kind;
}
