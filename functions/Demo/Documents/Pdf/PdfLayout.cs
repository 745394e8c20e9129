namespace MicroCred.Demo.Documents.Pdf;

/// <summary>Breaks blocks into lines and lines into A4 pages.</summary>
internal static class PdfLayout
{
    public const int PageWidth = 595;
    public const int PageHeight = 842;
    private const int Margin = 64;

    public static IReadOnlyList<IReadOnlyList<PdfLine>> Pages(IReadOnlyList<Block> blocks)
    {
        var pages = new List<List<PdfLine>> { new() };
        double y = PageHeight - Margin;
        foreach (var (number, block) in blocks.Index())
        {
            var style = PdfStyle.Of(block.Kind);
            y -= style.SpaceBefore;
            foreach (var line in Lines(block, style))
            {
                y -= style.LineHeight;
                if (y < Margin)
                {
                    pages.Add([]);
                    y = PageHeight - Margin - style.LineHeight;
                }

                pages[^1].Add(new(number, line, Margin + style.Indent, y, style.Size));
            }
        }

        return pages;
    }

    private static IEnumerable<string> Lines(Block block, PdfStyle style)
    {
        var room = PageWidth - (2 * Margin) - style.Indent;
        var line = block.Kind == BlockKind.Item ? "•" : "";
        foreach (var word in block.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && PdfCharacters.Width(longer, style.Size) > room)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        yield return line;
    }
}
