using System.Security.Cryptography;
using System.Text;

namespace MicroCred.Demo.Documents.Pdf;

/// <summary>
/// Writes a tagged PDF with a title, a language and headings. The same text gives the same bytes on every machine:
/// no clock, no random identifiers, no compression.
/// </summary>
internal static class PdfFile
{
    public static byte[] Write(DocumentText document, string? password = null)
    {
        var objects = new PdfObjects(password is null ? null : PdfEncryption.With(password));
        IReadOnlyList<Block> blocks = [new(BlockKind.Title, document.Title), .. document.Blocks];
        var layout = PdfLayout.Pages(blocks);

        var parent = objects.Reserve();
        var font = PdfFont.AddTo(objects);
        var pages = layout.Select((lines, index) => AddPage(objects, parent, font, index, PdfContent.Of(lines, blocks))).ToList();
        objects.Set(parent, $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(page => $"{page} 0 R"))}] >>");
        var structure = new PdfStructure(objects, blocks, layout).Add(pages);

        var catalog = objects.Add(
            $"<< /Type /Catalog /Pages {parent} 0 R /Lang {objects.Text(DocumentText.Language)} /MarkInfo << /Marked true >> "
                + $"/StructTreeRoot {structure} 0 R /ViewerPreferences << /DisplayDocTitle true >> >>"
        );
        var information = objects.Add($"<< /Title {objects.Text(document.Title)} >>");
        return objects.ToFile(catalog, information, Identity(document));
    }

    private static int AddPage(PdfObjects objects, int parent, int font, int index, string drawing)
    {
        var content = objects.AddStream(drawing);
        return objects.Add(
            $"<< /Type /Page /Parent {parent} 0 R /MediaBox [0 0 {PdfLayout.PageWidth} {PdfLayout.PageHeight}] "
                + $"/Resources << /Font << /F1 {font} 0 R >> >> /Contents {content} 0 R /StructParents {index} /Tabs /S >>"
        );
    }

    private static byte[] Identity(DocumentText document) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', document.Blocks.Select(block => block.Text).Prepend(document.Title))))[
            ..16
        ];
}
