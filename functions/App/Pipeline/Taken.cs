using MicroCred.App.Notification;
using MicroCred.Approval;

namespace MicroCred.App.Pipeline;

/// <summary>What a step or an act came to: the change to write and whom to tell of it.</summary>
/// <param name="Change">The new state and its audit events.</param>
/// <param name="Notices">What people are to be told once it's written.</param>
internal sealed record Taken(Change Change, params IReadOnlyList<Notice> Notices);
