namespace MicroCred.Inspection.Pdf;

/// <summary>The filters that a stream's dictionary declares.</summary>
internal static class PdfFilters
{
    public static PdfFilter Of(PdfDictionary stream) =>
        (stream.Get("Filter") ?? Abbreviated(stream)) switch
        {
            null or PdfList { Items.Length: 0 } => PdfFilter.None,
            PdfName name => Of(name),
            PdfList { Items: [PdfName name] } => Of(name),
            _ => PdfFilter.Other,
        };

    /// <summary>The filter's parameters, where they are directly in the dictionary.</summary>
    /// <exception cref="UnreadableContentException">The parameters are elsewhere.</exception>
    public static PdfDictionary? Parameters(PdfDictionary stream) =>
        (stream.Get("DecodeParms") ?? stream.Get("DP")) switch
        {
            null => null,
            PdfDictionary parameters => parameters,
            PdfList { Items: [PdfDictionary parameters] } => parameters,
            PdfList list when list.Items.All(item => item == PdfValue.Null) => null,
            _ => throw new UnreadableContentException("A part of the structure says in an unusual way how it is packed."),
        };

    // Some readers accept F as the filter; by the standard, F names a file with the data.
    private static PdfValue? Abbreviated(PdfDictionary stream) => stream.Get("F") is PdfName or PdfList ? stream.Get("F") : null;

    private static PdfFilter Of(PdfName name) => name.Value is "FlateDecode" or "Fl" ? PdfFilter.Flate : PdfFilter.Other;
}
