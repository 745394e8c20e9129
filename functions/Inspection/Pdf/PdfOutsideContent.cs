namespace MicroCred.Inspection.Pdf;

/// <summary>
/// Content that a PDF fetches from elsewhere for display [ISO 32000-1: streams 7.3.8.2, reference XObjects 8.10.4, OPI 14.11.7].
/// </summary>
internal static class PdfOutsideContent
{
    /// <summary>What this dictionary fetches, in words; null where it fetches nothing.</summary>
    public static string? Reason(PdfDictionary dictionary, PdfContents contents)
    {
        if (dictionary.IsStream && File(dictionary, contents) is { } data)
        {
            return $"takes a part of what it shows from another file{Named(data, contents)}";
        }

        var page = contents
            .Dictionary(dictionary, "Ref")
            .Select(reference => File(reference, contents))
            .FirstOrDefault(file => file is not null);
        if (page is not null)
        {
            return $"shows a page of another file{Named(page, contents)}";
        }

        var picture = Pictures(dictionary, contents).FirstOrDefault(file => PdfTarget.IsElsewhere(file, contents));
        return picture is null ? null : $"takes a picture from a server{Named(picture, contents)}";
    }

    private static PdfValue? File(PdfDictionary dictionary, PdfContents contents) =>
        contents.Resolve(dictionary, "F").Concat(contents.Resolve(dictionary, "UF")).FirstOrDefault(PdfTarget.IsFile);

    private static IEnumerable<PdfValue> Pictures(PdfDictionary dictionary, PdfContents contents) =>
        from versions in contents.Dictionary(dictionary, "OPI")
        from version in (string[])["1.3", "2.0"]
        from picture in contents.Dictionary(versions, version)
        from file in contents.Resolve(picture, "F")
        select file;

    private static string Named(PdfValue file, PdfContents contents) => PdfTarget.Text(file, contents) is { } text ? $": “{text}”" : "";
}
