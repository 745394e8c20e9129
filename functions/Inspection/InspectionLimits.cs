using MicroCred.Inspection.Zip;

namespace MicroCred.Inspection;

/// <summary>
/// How far a document is followed before it is given up. Each is several times what large honest documents need, and small
/// enough that a few uploads at once can't take the machine down.
/// </summary>
public sealed record InspectionLimits
{
    /// <summary>The limits that uploads are inspected by.</summary>
    public static InspectionLimits Default { get; } = new();

    /// <summary>The longest that one file may keep a parser busy.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The limits on a DOCX and what is packed inside it.</summary>
    public ZipLimits Zip { get; init; } =
        new()
        {
            TogetherTimes = 64,
            TogetherMore = 16 << 20,
            InsideFor = 50,
            InsideMore = 2_000,
        };

    /// <summary>How deep packages may lie in packages: a workbook behind a chart is one deep.</summary>
    public int Nesting { get; init; } = 2;

    /// <summary>How many times its own length, and how many bytes more, may be read of a file in all.</summary>
    public int Readings { get; init; } = 8;

    /// <inheritdoc cref="Readings"/>
    public long ReadingsMore { get; init; } = 1 << 20;

    /// <summary>The bytes that a PDF's streams, images aside, may unpack to together.</summary>
    public long PdfUnpacked { get; init; } = 256L << 20;

    /// <summary>How many times its own length, and how many bytes more, a smaller PDF's streams may unpack to together.</summary>
    public int PdfUnpackedTimes { get; init; } = 64;

    /// <inheritdoc cref="PdfUnpackedTimes"/>
    public long PdfUnpackedMore { get; init; } = 16 << 20;

    /// <summary>The bytes that one object stream or cross-reference stream may unpack to, since parsers hold these whole.</summary>
    public int PdfStructure { get; init; } = 16 << 20;

    /// <summary>
    /// The most objects that a PDF may have or a part of it announce, and the most steps through its pages, names or fields.
    /// </summary>
    public int PdfObjects { get; init; } = 500_000;

    /// <summary>The most values that are kept of a PDF while it is looked through.</summary>
    public int PdfValues { get; init; } = 2_000_000;

    /// <summary>
    /// The longest chain of page, name or field nodes. Readers follow these by recursion, and end where one goes too deep.
    /// </summary>
    public int PdfDepth { get; init; } = 200;

    /// <summary>The bytes that may be read of a file of this length in all, those that are read again included.</summary>
    public long ReadingOf(long length) => (Readings * length) + ReadingsMore;

    /// <summary>The bytes that the streams of a PDF of this length may unpack to together.</summary>
    public long PdfUnpackedOf(long length) => Math.Min(PdfUnpacked, (PdfUnpackedTimes * length) + PdfUnpackedMore);
}
