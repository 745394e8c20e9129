namespace MicroCred.Inspection.Pdf;

/// <summary>A PDF's catalogues, from which everything else is reached [ISO 32000-1, 7.7.2].</summary>
internal static class PdfCatalogs
{
    /// <summary>Where the trailers say that they are, the last one first.</summary>
    public static IEnumerable<PdfValue> Named(PdfContents contents) =>
        Enumerable.Reverse(contents.Trailers).SelectMany(trailer => trailer.All("Root"));

    /// <summary>Those that say so themselves, as readers look for them where no trailer names one.</summary>
    public static IEnumerable<PdfValue> Unnamed(PdfContents contents) =>
        from found in Enumerable.Reverse(contents.Objects)
        from dictionary in found.Dictionaries
        where dictionary.Name("Type") == "Catalog"
        select found.Number is { } number ? new PdfReference(number) : (PdfValue)dictionary;

    /// <summary>All that any reader may take for one.</summary>
    public static IEnumerable<PdfDictionary> All(PdfContents contents) =>
        Named(contents)
            .SelectMany(contents.Resolve)
            .OfType<PdfDictionary>()
            .Concat(contents.Dictionaries.Where(dictionary => dictionary.Has("Pages") || contents.Is(dictionary, "Type", "Catalog")))
            .Distinct();
}
