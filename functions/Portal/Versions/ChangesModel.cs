using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>What changed between two versions of an application.</summary>
/// <param name="Application">The application.</param>
/// <param name="From">The version before.</param>
/// <param name="To">The version after.</param>
/// <param name="Changes">The answers that differ, by section.</param>
public sealed record ChangesModel(
    Application Application,
    ApplicationVersion From,
    ApplicationVersion To,
    IReadOnlyList<(Section Section, IReadOnlyList<ChangedAnswer> Answers)> Changes
) : PageModel(typeof(ChangesPage));
