namespace MicroCred.Inspection.Pdf;

/// <summary>Files attached inside a PDF [ISO 32000-1, 7.11.4].</summary>
internal static class PdfAttachments
{
    private static readonly string[] Platforms = ["UF", "F", "Unix", "DOS", "Mac"];

    /// <summary>The reason for refusal, with the name of one attachment; null where there are none.</summary>
    public static string? Reason(PdfContents contents)
    {
        var names = contents.Dictionaries.Where(file => HasFile(file, contents)).Select(file => PdfTarget.Text(file, contents)).ToList();
        if (!contents.IsEncrypted && names.Find(name => name is not null) is { } named)
        {
            return $"has another file attached inside: “{named}”";
        }

        var isThere =
            names.Count > 0
            || contents.Dictionaries.Any(dictionary =>
                contents.Is(dictionary, "Type", "EmbeddedFile") || contents.Is(dictionary, "Subtype", "FileAttachment")
            )
            || PdfCatalogs
                .All(contents)
                .SelectMany(catalog => contents.Dictionary(catalog, "Names"))
                .Any(entries => PdfNameTree.HasAny(entries, "EmbeddedFiles", contents));
        return isThere ? "has other files attached inside" : null;
    }

    // A font or an image may be named EF too, but refers to no file.
    private static bool HasFile(PdfDictionary specification, PdfContents contents) =>
        contents.Dictionary(specification, "EF").Any(files => files.HasAny(Platforms));
}
