namespace MicroCred.Portal;

/// <summary>What somebody gets to see instead of the page they asked for.</summary>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Detail">What to do about it, in a sentence or two.</param>
/// <param name="Faults">The faults one by one, where there are several.</param>
/// <param name="Typed">The form that they sent, to be sent again; null where there was none.</param>
public sealed record ProblemModel(string Title, string Detail, IReadOnlyList<string> Faults, Form? Typed) : PageModel(typeof(ProblemPage))
{
    /// <summary>Where to sign in; null for somebody who is.</summary>
    public string? SignIn { get; init; }
}
