using MicroCred.App.Notices;

namespace MicroCred.App.Storage;

/// <summary>
/// A notice as the queue has it: ids, and nothing that anybody wrote, so that a message is short whatever the letter says and tells
/// nothing to who reads the queue. What the letter needs is read from the application when it is sent.
/// </summary>
/// <param name="Id">The notice's id.</param>
/// <param name="Application">The application it is about.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Recipient">A provider's number or a person's id.</param>
/// <param name="Revision">The application's revision that the notice was kept with.</param>
/// <param name="TraceParent">The span that put it into the queue, as a W3C <c>traceparent</c>; null where nobody records spans.</param>
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

    /// <summary>Whether a kept notice is this one.</summary>
    public bool Is(Notice notice) => notice.Envelope.Id == Id && notice.Kind() == Kind;
}
