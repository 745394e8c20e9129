namespace MicroCred.Inspection.Pdf;

/// <summary>Addresses and file specifications [ISO 32000-1, 7.11].</summary>
internal static class PdfTarget
{
    private static readonly string[] Keys = ["UF", "F", "Unix", "DOS", "Mac"];

    /// <summary>
    /// The words that name where an action leads, to come after those that say what it does; empty where it doesn't tell.
    /// </summary>
    public static string Named(PdfDictionary action, PdfContents contents) =>
        contents
            .Resolve(action, "URI")
            .Concat(contents.Resolve(action, "F"))
            .Select(target => Text(target, contents))
            .FirstOrDefault(text => text is not null)
            is { } named
            ? $": “{named}”"
            : "";

    /// <summary>Whether it names a file, or an address.</summary>
    public static bool IsFile(PdfValue value) =>
        value is PdfString or PdfDictionary { IsStream: false } && (value as PdfDictionary)?.HasAny(Keys) != false;

    /// <summary>What it names, fit to be shown; null where it names nothing.</summary>
    public static string? Text(PdfValue value, PdfContents contents) =>
        value switch
        {
            PdfString text => PdfText.Shown(text.Bytes),
            PdfDictionary file => Keys.SelectMany(key => contents.Resolve(file, key))
                .OfType<PdfString>()
                .Select(text => PdfText.Shown(text.Bytes))
                .FirstOrDefault(text => text is not null),
            _ => null,
        };

    /// <summary>Whether it names something on another machine.</summary>
    public static bool IsElsewhere(PdfValue value, PdfContents contents) =>
        value is PdfDictionary file && contents.Is(file, "FS", "URL")
        || (
            Text(value, contents)?.Replace('\\', '/') is { } text
            && (text.StartsWith("//", StringComparison.Ordinal) || text.Contains("://", StringComparison.Ordinal))
        );
}
