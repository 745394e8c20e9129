using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace MicroCred.Inspection.Tests.Files;

/// <summary>Writes PDFs byte by byte, including content that no legitimate program writes.</summary>
internal static class PdfFile
{
    public const string Catalog = "<< /Type /Catalog /Pages 2 0 R >>";
    public const string Pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    public const string Page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>";

    public static byte[] Honest => With();

    /// <summary>One page, and these objects from number 4 on.</summary>
    public static byte[] With(params string[] objects) => Of([Catalog, Pages, Page, .. objects]);

    /// <summary>One page, with these entries added to the catalogue.</summary>
    public static byte[] WithCatalog(string entries, params string[] objects) =>
        Of([$"<< /Type /Catalog /Pages 2 0 R {entries} >>", Pages, Page, .. objects]);

    /// <summary>The objects, numbered from 1, with a cross-reference table.</summary>
    public static byte[] Of(IEnumerable<string> objects, string trailer = "")
    {
        var text = new StringBuilder("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        var places = new List<int>();
        foreach (var content in objects)
        {
            places.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{content}\nendobj\n");
        }
        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
        {
            text.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {places.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n"
        );
        return Latin(text.ToString());
    }

    /// <summary>
    /// A document with its structure in streams: objects 1 to 3 and these in object stream 4, the cross-reference in object 5.
    /// </summary>
    public static byte[] Packed(
        string entries = "",
        string packedEntries = "",
        string crossEntries = "",
        int? announced = null,
        params string[] objects
    )
    {
        string[] inner = [Catalog, Pages, Page, .. objects];
        var list = new StringBuilder();
        var body = new StringBuilder();
        for (var at = 0; at < inner.Length; at++)
        {
            list.Append(CultureInfo.InvariantCulture, $"{Number(at)} {body.Length} ");
            body.Append(inner[at]).Append('\n');
        }
        byte[] file =
        [
            .. Latin("%PDF-1.7\n"),
            .. Stream(4, $"/Type /ObjStm /N {announced ?? inner.Length} /First {list.Length} {packedEntries}", Latin($"{list}{body}")),
        ];
        byte[] rows =
        [
            0,
            0,
            0,
            0,
            .. Enumerable.Range(0, 3).SelectMany(at => (byte[])[2, 0, 4, (byte)at]),
            1,
            0,
            9,
            0,
            1,
            (byte)(file.Length >> 8),
            (byte)file.Length,
            0,
            .. Enumerable.Range(3, inner.Length - 3).SelectMany(at => (byte[])[2, 0, 4, (byte)at]),
        ];
        var size = 6 + objects.Length;
        return
        [
            .. file,
            .. Stream(
                5,
                "/Type /XRef /W [1 2 1] "
                    + $"{(crossEntries.Contains("/Size", StringComparison.Ordinal) ? "" : $"/Size {size}")}"
                    + $" /Root 1 0 R {entries} {crossEntries}",
                rows
            ),
            .. Latin($"startxref\n{file.Length}\n%%EOF\n"),
        ];

        static int Number(int at) => at < 3 ? at + 1 : at + 3;
    }

    /// <summary>A stream object, deflated.</summary>
    public static byte[] Stream(int number, string entries, byte[] data)
    {
        var packed = Deflated(data);
        return
        [
            .. Latin($"{number} 0 obj\n<< {entries} /Filter /FlateDecode /Length {packed.Length} >>\nstream\n"),
            .. packed,
            .. Latin("\nendstream\nendobj\n"),
        ];
    }

    public static byte[] Deflated(byte[] data)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(data);
        }

        return packed.ToArray();
    }

    public static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    public static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
