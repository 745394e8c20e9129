namespace MicroCred.Inspection.Pdf;

/// <summary>
/// An object. It should have one value, but some files have several, and readers take the first or the last. The number is null where it
/// isn't in its proper place. <paramref name="Start"/> and <paramref name="Content"/> are the offsets of its number and its values,
/// negative for an object from an object stream.
/// </summary>
internal sealed record PdfObject(
    long? Number,
    long Start,
    long Content,
    IReadOnlyList<PdfValue> Values,
    IReadOnlyList<PdfDictionary> Dictionaries
)
{
    /// <summary>The previous object with this number.</summary>
    public PdfObject? Earlier { get; set; }
}
