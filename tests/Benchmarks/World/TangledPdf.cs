using System.IO.Compression;
using System.Text;

namespace MicroCred.Benchmarks.World;

/// <summary>A kind of PDF that is expensive to read.</summary>
/// <param name="Says">A description of its content.</param>
/// <param name="Filling">Generates about this many bytes of it, as text with one byte per character.</param>
internal sealed record TangledPdf(string Says, Func<int, string> Filling)
{
    private const string Head =
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
        + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\n";

    private const string Tail = "\ntrailer\n<< /Root 1 0 R /Size 5 >>\nstartxref\n0\n%%EOF\n";

    public static IReadOnlyList<TangledPdf> All { get; } =
    [
        new("Unclosed strings", Repeated("1 0 obj (")),
        new("unclosed lists", Repeated("1 0 obj [")),
        new("unclosed dictionaries", Repeated("1 0 obj <<")),
        new("parentheses in parentheses", Repeated("(")),
        new("brackets in brackets", Repeated("[")),
        new("streams without an end", Repeated("1 0 obj<</Filter/FlateDecode>>stream\nx\u009cabcd")),
        new("broken streams", Repeated("1 0 obj<</Filter/FlateDecode>>stream\nx\u009cabcd\nendstream\n")),
        new("broken object streams", Repeated("1 0 obj<</N 1/First 1/Filter/FlateDecode>>stream\nx\u009cabcd\nendstream\n")),
        new("streams of one byte", Repeated($"1 0 obj<</Filter/FlateDecode>>stream\n{Deflated("a")}\nendstream\n")),
        new("places of cross-references", Repeated("startxref 5 ")),
        new("cross-references before cross-references", Repeated("xref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R/Prev 9>>\n")),
        new("a large cross-reference", size => $"xref\n0 {size / 20}\n{Repeated("0000000009 00000 n \n")(size)}"),
        new("small objects", Repeated("9 0 obj 1 endobj\n")),
        new("actions that lead to each other", Repeated("9 0 obj<</S/GoTo/Next 9 0 R/AA 9 0 R/OpenAction 9 0 R>>endobj\n")),
        new("object streams of brackets", Packed(Deflated($"1 0 2 0 {new string('(', 15 << 20)}"))),
        new("object streams of dictionaries", Packed(Deflated($"1 0 2 0 {string.Concat(Enumerable.Repeat("<</F 1 0 R>>", 1 << 20))}"))),
        new("object streams whose objects overlap", Packed(Deflated($"1 0 2 0 {string.Concat(Enumerable.Repeat("1 0 obj(", 10_000))}"))),
        new(
            "streams that unpack to a thousand times their size",
            Repeated($"1 0 obj<</Filter/FlateDecode>>stream\n{Deflated(new string('a', 50 << 20))}\nendstream\n")
        ),
        new(
            "An honest document of pictures",
            Repeated($"9 0 obj<</Subtype/Image/Length 30000>>stream\n{Noise(30_000)}\nendstream\nendobj\n")
        ),
    ];

    public byte[] Make(int size) => Encoding.Latin1.GetBytes($"{Head}{Filling(size - Head.Length - Tail.Length)}{Tail}");

    private static Func<int, string> Repeated(string text) =>
        size =>
        {
            StringBuilder filling = new(size);
            while (filling.Length < size)
            {
                filling.Append(text, 0, Math.Min(text.Length, size - filling.Length));
            }

            return filling.ToString();
        };

    private static Func<int, string> Packed(string deflated) =>
        Repeated($"9 0 obj<</Type/ObjStm/N 2/First 8/Filter/FlateDecode/Length {deflated.Length}>>stream\n{deflated}\nendstream\nendobj\n");

    private static string Deflated(string text)
    {
        MemoryStream packed = new();
        using (ZLibStream zlib = new(packed, CompressionLevel.SmallestSize))
        {
            zlib.Write(Encoding.Latin1.GetBytes(text));
        }

        return Encoding.Latin1.GetString(packed.ToArray());
    }

    private static string Noise(int size)
    {
        var noise = new byte[size];
        new Random(1).NextBytes(noise);
        return Encoding.Latin1.GetString(noise);
    }
}
