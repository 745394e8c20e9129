using System.Text;

namespace MicroCred.Demo.Documents.Pdf;

/// <summary>Helvetica with the samples' encoding, and its map to Unicode for copying, searching and reading aloud.</summary>
internal static class PdfFont
{
    public static int AddTo(PdfObjects objects)
    {
        var toUnicode = objects.AddStream(ToUnicode());
        var names = string.Join(' ', PdfCharacters.Extras.Select(extra => $"/{extra.Glyph}"));
        var widths = string.Join(' ', PdfCharacters.Widths);
        var last = PdfCharacters.FirstExtra + PdfCharacters.Extras.Length - 1;
        return objects.Add(
            $"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 32 /LastChar {last} /Widths [{widths}] "
                + $"/Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [{PdfCharacters.FirstExtra} {names}] >> "
                + $"/ToUnicode {toUnicode} 0 R >>"
        );
    }

    private static string ToUnicode()
    {
        var map = new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CMapName /MicroCred-Samples def
            /CMapType 2 def
            1 begincodespacerange
            <00> <FF>
            endcodespacerange
            1 beginbfrange
            <20> <7E> <0020>
            endbfrange

            """
        );
        map.Append($"{PdfCharacters.Extras.Length} beginbfchar\n");
        foreach (var (index, extra) in PdfCharacters.Extras.Index())
        {
            map.Append($"<{PdfCharacters.FirstExtra + index:X2}> <{(int)extra.Character:X4}>\n");
        }

        return map.Append("endbfchar\nendcmap\nend\nend").ToString();
    }
}
