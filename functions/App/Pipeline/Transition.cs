using MicroCred.App.Notices;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Pipeline;

/// <summary>What a command or an activity came to: the change to write and whom to tell of it.</summary>
/// <param name="Change">The new state and its audit events.</param>
/// <param name="Notices">What people are to be told once it's written.</param>
internal sealed record Transition(Change Change, params IReadOnlyList<Notice> Notices)
{
    /// <summary>Documents that the new state has, whose bytes are to be kept before it is written.</summary>
    public IReadOnlyList<UploadedDocument> Uploads { get; init; } = [];
}
