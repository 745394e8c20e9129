using System.Globalization;
using System.Text;

namespace MicroCred.Demo.Documents.Pdf;

/// <summary>
/// A page's content stream: its lines, with each block's part of the page marked by the number that the structure tree refers to (ISO
/// 32000-1, 14.7.4).
/// </summary>
internal static class PdfContent
{
    public static string Of(IReadOnlyList<PdfLine> lines, IReadOnlyList<Block> blocks)
    {
        var content = new StringBuilder();
        foreach (var (marked, share) in lines.GroupBy(line => line.Block).Index())
        {
            content.Append($"/{PdfStyle.Of(blocks[share.Key].Kind).Tag} << /MCID {marked} >> BDC\n");
            foreach (var line in share)
            {
                content.Append(
                    CultureInfo.InvariantCulture,
                    $"BT /F1 {line.Size} Tf {line.X:0.##} {line.Y:0.##} Td <{Codes(line.Text)}> Tj ET\n"
                );
            }

            content.Append("EMC\n");
        }

        return content.ToString();
    }

    private static string Codes(string text) => Convert.ToHexString([.. text.Select(PdfCharacters.Code)]);
}
