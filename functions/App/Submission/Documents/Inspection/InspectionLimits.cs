namespace MicroCred.App.Submission.Documents;

/// <summary>
/// How far a document is followed before it is given up. Each is several times what large honest documents need, and small
/// enough that a few uploads at once can't take the machine down.
/// </summary>
internal sealed record InspectionLimits
{
    public static InspectionLimits Default { get; } = new();

    /// <summary>The longest that one file may keep a parser busy.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The limits on a DOCX and what is packed inside it.</summary>
    public ZipLimits Zip { get; init; } = new();

    /// <summary>How deep packages may lie in packages: a workbook behind a chart is one deep.</summary>
    public int Nesting { get; init; } = 2;

    /// <summary>The bytes that a PDF's streams, images aside, may unpack to together.</summary>
    public long PdfUnpacked { get; init; } = 256L << 20;

    /// <summary>The bytes that one object stream or cross-reference stream may unpack to, since parsers hold these whole.</summary>
    public int PdfStructure { get; init; } = 16 << 20;

    /// <summary>The most objects that a part of a PDF may announce, and the most steps through its pages, names or fields.</summary>
    public int PdfObjects { get; init; } = 500_000;

    /// <summary>
    /// The longest chain of page, name or field nodes. Parsers follow these by recursion, and the process ends where one goes too deep.
    /// </summary>
    public int PdfDepth { get; init; } = 200;
}
