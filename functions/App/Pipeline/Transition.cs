using MicroCred.App.Notices;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Pipeline;

/// <summary>The result of a command or an activity: the change to write and the notices to send.</summary>
/// <param name="Change">The new state and its audit events.</param>
/// <param name="Notices">The notices to send once it's written.</param>
internal sealed record Transition(Change Change, params IReadOnlyList<Notice> Notices)
{
    /// <summary>Notices that nobody is sent: only the letter is kept, since the provider knows, or is told of what follows at once.</summary>
    public IReadOnlyList<Notice> Filed { get; init; } = [];

    /// <summary>Documents of the new state whose bytes are to be stored before it is written.</summary>
    public IReadOnlyList<UploadedDocument> Uploads { get; init; } = [];
}
