namespace MicroCred.Portal;

/// <summary>An entry or an application that is like another one.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Address">Where it is.</param>
/// <param name="IsListed">Whether it is on the register; otherwise it is an application under way.</param>
/// <param name="Score">How alike they are, from 0 to 1.</param>
/// <param name="Shared">What they have in common.</param>
public sealed record SimilarLine(string Title, string Address, bool IsListed, double Score, IReadOnlyList<string> Shared);
