namespace MicroCred.Demo.Documents.Pdf;

/// <summary>The appearance of a kind of block, in points, and its tag for assistive technology.</summary>
internal sealed record PdfStyle(string Tag, double Size, double SpaceBefore, double Indent)
{
    public double LineHeight => Size * 1.4;

    public static PdfStyle Of(BlockKind kind) =>
        kind switch
        {
            BlockKind.Title => new("H1", 20, 0, 0),
            BlockKind.Heading => new("H2", 14, 14, 0),
            BlockKind.Item => new("LBody", 11, 3, 14),
            _ => new("P", 11, 6, 0),
        };
}
