using MicroCred.Approval;
using MicroCred.Portal.Letters;

namespace MicroCred.Portal;

/// <summary>The letters that a provider got about an application.</summary>
/// <param name="Application">The application.</param>
/// <param name="Letters">The letters, first to last: their numbers, what they are about, and when they were written.</param>
public sealed record LetterListModel(Application Application, IReadOnlyList<(int Number, string About, DateTimeOffset At)> Letters)
    : PageModel(typeof(LetterListPage));
