using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>The audit trail of an application.</summary>
/// <param name="Application">The application.</param>
/// <param name="Events">What happened, first to last, as the reader may know.</param>
/// <param name="Holds">Whether the chain of hashes holds.</param>
/// <param name="Fault">Where it breaks and why; null where it holds, or the reader isn't told.</param>
public sealed record RecordModel(
    Application Application,
    IReadOnlyList<(int Number, DateTimeOffset At, string Actor, string Event, string Detail)> Events,
    bool Holds,
    string? Fault
) : PageModel(typeof(RecordPage));
