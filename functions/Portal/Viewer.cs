namespace MicroCred.Portal;

/// <summary>Who looks at a page.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Organisation">For whom the person acts: a provider's name, NZQA or TEC; null where it is nobody.</param>
/// <param name="Links">Where the person's work is: address and text, the start page first.</param>
public sealed record Viewer(string Name, string? Organisation, IReadOnlyList<(string Address, string Text)> Links);
