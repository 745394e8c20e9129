namespace MicroCred.Portal;

/// <summary>What a page has around its content: who looks at it, where it is, and what its forms carry.</summary>
/// <param name="Viewer">Who is signed in; null for a page that is the same for everybody.</param>
/// <param name="Path">The page's address on this site, with its query.</param>
/// <param name="FormToken">Shows that a form came from a page of ours, made for this person; null where nobody is signed in.</param>
/// <param name="Done">What the person has just done, in a sentence; null where it was nothing.</param>
public sealed record Frame(Viewer? Viewer, string Path, string? FormToken = null, string? Done = null);
