using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>The page on which a developer reports on its entry.</summary>
/// <param name="Application">The application of the entry's first listing.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Form">The report as typed.</param>
public sealed record ReviewModel(Application Application, RegisterEntry Entry, Form Form) : PageModel(typeof(ReviewPage));
