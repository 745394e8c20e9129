using MicroCred.Portal;

namespace MicroCred.App.Notices;

/// <summary>What a letter says, without its address, greeting and footer: the mail and the page that is kept are both made of it.</summary>
internal sealed record Letter(string Subject, params IReadOnlyList<LetterPart> Parts)
{
    /// <summary>All of it as plain text.</summary>
    /// <param name="site">The site's address, without a slash at its end.</param>
    public string InText(string site) => string.Join("\n\n", Parts.Select(part => part.InText(site)));
}
