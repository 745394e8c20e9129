namespace MicroCred.Inspection.Pdf;

/// <summary>Addresses and file specifications [ISO 32000-1, 7.11].</summary>
internal static class PdfTarget
{
    private static readonly string[] Keys = ["UF", "F", "Unix", "DOS", "Mac"];

    /// <summary>An action's target, formatted to follow the words for what the action does; empty where it has none.</summary>
    public static string Named(PdfDictionary action, PdfContents contents) =>
        contents
            .Resolve(action, "URI")
            .Concat(contents.Resolve(action, "F"))
            .Select(target => Text(target, contents))
            .FirstOrDefault(text => text is not null)
            is { } named
            ? $": “{named}”"
            : "";

    /// <summary>Whether the value names a file or an address.</summary>
    public static bool IsFile(PdfValue value) =>
        value is PdfString or PdfDictionary { IsStream: false } && (value as PdfDictionary)?.HasAny(Keys) != false;

    /// <summary>The target's name, made safe to display; null where there is none.</summary>
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

    /// <summary>Whether the value names a target on another machine.</summary>
    public static bool IsElsewhere(PdfValue value, PdfContents contents) =>
        value is PdfDictionary file && contents.Is(file, "FS", "URL")
        || (
            Text(value, contents)?.Replace('\\', '/') is { } text
            && (text.StartsWith("//", StringComparison.Ordinal) || text.Contains("://", StringComparison.Ordinal))
        );
}
