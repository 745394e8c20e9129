namespace MicroCred.Inspection.Pdf;

/// <summary>
/// An object: properly one value, but readers take the first or the last of several. The number is null where it doesn't stand where it
/// should. <paramref name="Start"/> and <paramref name="Content"/> are the places of its number and of its values in the file, negative for
/// one that was packed.
/// </summary>
internal sealed record PdfObject(
    long? Number,
    long Start,
    long Content,
    IReadOnlyList<PdfValue> Values,
    IReadOnlyList<PdfDictionary> Dictionaries
)
{
    /// <summary>The object that had this number before it.</summary>
    public PdfObject? Earlier { get; set; }
}
