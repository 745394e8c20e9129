using UglyToad.PdfPig.Tokens;

namespace MicroCred.App.Submission.Documents;

/// <summary>What a stream's dictionary says of how the stream is packed.</summary>
internal static class PdfFilters
{
    public static PdfFilter Of(DictionaryToken dictionary) =>
        (dictionary.Get("Filter") ?? Abbreviated(dictionary)) switch
        {
            null or ArrayToken { Data.Count: 0 } => PdfFilter.None,
            NameToken name => Of(name),
            ArrayToken { Data: [NameToken name] } => Of(name),
            _ => PdfFilter.Other,
        };

    /// <summary>The numbers that the unpacking is adjusted by, where they stand in the dictionary itself.</summary>
    /// <exception cref="UnreadableContentException">They stand elsewhere.</exception>
    public static DictionaryToken? Parameters(DictionaryToken dictionary) =>
        (dictionary.Get("DecodeParms") ?? dictionary.Get("DP")) switch
        {
            null or NullToken => null,
            DictionaryToken parameters => parameters,
            ArrayToken { Data: [DictionaryToken parameters] } => parameters,
            ArrayToken { Data: [] or [NullToken] } => null,
            _ => throw new UnreadableContentException("A part of the structure says in an unusual way how it is packed."),
        };

    // PdfPig, and therefore maybe others, take F for it; properly that is the name of a file with the data.
    private static IToken? Abbreviated(DictionaryToken dictionary) => dictionary.Get("F") is NameToken or ArrayToken ? dictionary.Get("F") : null;

    private static PdfFilter Of(NameToken name) => name.Data is "FlateDecode" or "Fl" ? PdfFilter.Flate : PdfFilter.Other;
}
