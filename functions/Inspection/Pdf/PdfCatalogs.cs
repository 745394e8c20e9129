namespace MicroCred.Inspection.Pdf;

/// <summary>A PDF's catalogues, the roots of everything else [ISO 32000-1, 7.7.2].</summary>
internal static class PdfCatalogs
{
    /// <summary>The catalogues that the trailers refer to, the last one first.</summary>
    public static IEnumerable<PdfValue> Named(PdfContents contents) =>
        Enumerable.Reverse(contents.Trailers).SelectMany(trailer => trailer.All("Root"));

    /// <summary>Dictionaries typed as catalogues, which readers search for where no trailer refers to one.</summary>
    public static IEnumerable<PdfValue> Unnamed(PdfContents contents) =>
        from found in Enumerable.Reverse(contents.Objects)
        from dictionary in found.Dictionaries
        where dictionary.Name("Type") == "Catalog"
        select found.Number is { } number ? new PdfReference(number) : (PdfValue)dictionary;

    /// <summary>Every dictionary that any reader may take for the catalogue.</summary>
    public static IEnumerable<PdfDictionary> All(PdfContents contents) =>
        Named(contents)
            .SelectMany(contents.Resolve)
            .OfType<PdfDictionary>()
            .Concat(contents.Dictionaries.Where(dictionary => dictionary.Has("Pages") || contents.Is(dictionary, "Type", "Catalog")))
            .Distinct();
}
