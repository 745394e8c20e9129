using DocumentFormat.OpenXml.Wordprocessing;

namespace MicroCred.Demo.Documents.Docx;

internal static class DocxBody
{
    public static Document Of(DocumentText document) =>
        new(new Body(document.Blocks.Prepend(new(BlockKind.Title, document.Title)).Select(Paragraph)));

    private static Paragraph Paragraph(Block block)
    {
        var paragraph = new Paragraph(new Run(new Text(block.Text)));
        if (DocxStyles.Of(block.Kind) is { } style)
        {
            paragraph.ParagraphProperties = new(new ParagraphStyleId { Val = style });
        }

        if (block.Kind == BlockKind.Item)
        {
            paragraph.ParagraphProperties = DocxBullets.Properties();
        }

        return paragraph;
    }
}
