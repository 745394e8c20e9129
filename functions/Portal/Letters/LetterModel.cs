namespace MicroCred.Portal;

/// <summary>A letter to a provider, as the page that is kept of it.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="To">The provider's name.</param>
/// <param name="At">When it was written.</param>
/// <param name="Title">The micro-credential's title.</param>
/// <param name="Parts">What it says.</param>
/// <param name="Site">The site's address, without a slash at its end.</param>
public sealed record LetterModel(string Subject, string To, DateTimeOffset At, string Title, IReadOnlyList<LetterPart> Parts, string Site);
