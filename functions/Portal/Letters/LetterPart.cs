namespace MicroCred.Portal;

/// <summary>A part of a letter: what it says, apart from how it is sent or shown.</summary>
public abstract record LetterPart
{
    private LetterPart() { }

    /// <summary>A paragraph in our own words, or several with empty lines between them.</summary>
    public sealed record Paragraph(string Text) : LetterPart;

    /// <summary>A heading over the parts after it.</summary>
    public sealed record Heading(string Text) : LetterPart;

    /// <summary>The words of a person, such as reasons, as they wrote them.</summary>
    public sealed record Quotation(string Text) : LetterPart;

    /// <summary>A list.</summary>
    public sealed record Items(IReadOnlyList<string> Texts) : LetterPart;

    /// <summary>A link to a page of this site.</summary>
    /// <param name="Text">What is there.</param>
    /// <param name="Path">The page's path, which begins with a slash.</param>
    public sealed record Link(string Text, string Path) : LetterPart;

    /// <summary>The part as plain text.</summary>
    /// <param name="site">The site's address, without a slash at its end.</param>
    public string InText(string site) =>
        this switch
        {
            Paragraph(var text) => text,
            Heading(var text) => text,
            Quotation(var text) => text,
            Items(var texts) => string.Join('\n', texts.Select(text => $"- {text}")),
            Link(var text, var path) => $"{text}: {site}{path}",
            _ => throw new InvalidOperationException($"Nothing is known of a {GetType().Name}."),
        };

    /// <summary>A paragraph.</summary>
    public static implicit operator LetterPart(string text) => new Paragraph(text);
}
