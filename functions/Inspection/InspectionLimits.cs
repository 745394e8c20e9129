using MicroCred.Inspection.Zip;

namespace MicroCred.Inspection;

/// <summary>
/// Limits beyond which a document is refused. Each is several times what large legitimate documents need, and small enough that a few
/// simultaneous uploads can't exhaust the machine.
/// </summary>
public sealed record InspectionLimits
{
    /// <summary>The default limits for uploads.</summary>
    public static InspectionLimits Default { get; } = new();

    /// <summary>The longest time that one file may take to parse.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The limits on a DOCX and on the packages inside it.</summary>
    public ZipLimits Zip { get; init; } =
        new()
        {
            TogetherTimes = 64,
            TogetherMore = 16 << 20,
            InsideFor = 50,
            InsideMore = 2_000,
        };

    /// <summary>How deep packages may be nested; a chart's workbook is one deep.</summary>
    public int Nesting { get; init; } = 2;

    /// <summary>The bytes that may be read of a file in all, as a multiple of its length, plus <see cref="ReadingsMore"/>.</summary>
    public int Readings { get; init; } = 8;

    /// <inheritdoc cref="Readings"/>
    public long ReadingsMore { get; init; } = 1 << 20;

    /// <summary>The most unpacked bytes of all a PDF's streams, except images.</summary>
    public long PdfUnpacked { get; init; } = 256L << 20;

    /// <summary>A smaller PDF's streams may unpack to this many times its length, plus <see cref="PdfUnpackedMore"/>.</summary>
    public int PdfUnpackedTimes { get; init; } = 64;

    /// <inheritdoc cref="PdfUnpackedTimes"/>
    public long PdfUnpackedMore { get; init; } = 16 << 20;

    /// <summary>The most unpacked bytes of one object stream or cross-reference stream, since parsers hold these in memory.</summary>
    public int PdfStructure { get; init; } = 16 << 20;

    /// <summary>
    /// The most objects that a PDF may have, or one of its structures declare, and the most steps through its pages, names or fields.
    /// </summary>
    public int PdfObjects { get; init; } = 500_000;

    /// <summary>The most values of a PDF held in memory during inspection.</summary>
    public int PdfValues { get; init; } = 2_000_000;

    /// <summary>
    /// The longest chain of page, name or field nodes. Readers follow these by recursion and crash where a chain is too long.
    /// </summary>
    public int PdfDepth { get; init; } = 200;

    /// <summary>The most bytes to read of a file of this length, repeated reads included.</summary>
    public long ReadingOf(long length) => (Readings * length) + ReadingsMore;

    /// <summary>The most unpacked bytes of all streams of a PDF of this length.</summary>
    public long PdfUnpackedOf(long length) => Math.Min(PdfUnpacked, (PdfUnpackedTimes * length) + PdfUnpackedMore);
}
