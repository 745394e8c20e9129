using static MicroCred.Inspection.Tests.Files.BareDocx;

namespace MicroCred.Inspection.Tests.Files;

/// <summary>A kind of Word document that is expensive to read.</summary>
/// <param name="Says">A description of its content.</param>
/// <param name="Make">Makes one of a size: larger for a larger number, the largest possible for 1,000.</param>
internal sealed record TangledWord(string Says, Func<int, byte[]> Make)
{
    private const int Largest = 1_000;

    public static IReadOnlyList<TangledWord> All { get; } =
    [
        new("an everyday document", _ => Of("<w:p><w:r><w:t>He akoranga: a short course.</w:t></w:r></w:p>")),
        new("fields in fields without end", size => Of(Repeated(Mark("begin"), size * 100))),
        new("fields in fields, again and again", size =>
            Of(Repeated(Repeated(Mark("begin"), 200) + "<w:r><w:t>text of some length</w:t></w:r>" + Repeated(Mark("end"), 200), size / 2))
        ),
        new("an instruction in many pieces", size => Of(Between(Repeated("<w:r><w:instrText>QUOTE a</w:instrText></w:r>", size * 1_000)))),
        new("a long instruction", size => Of(Field("XE " + new string('a', size << 15)))),
        new("a long attribute", size => Of($"""<w:fldSimple w:instr="XE {new string('a', size << 14)}"/>""")),
        new("many relationships to one part", size =>
            Of("<w:p/>")
                .Plus(
                    "word/_rels/document.xml.rels",
                    Utf8(Relationships(Repeated("""<Relationship Id="r" Type="a/image" Target="media/image1.png"/>""", size * 400)))
                )
        ),
        new("many declared types", size =>
            Zipped.Of(
                (
                    "[Content_Types].xml",
                    Utf8(
                        Types(
                            string.Concat(
                                Enumerable
                                    .Range(0, size * 400)
                                    .Select(number => $"""<Default Extension="a{number}" ContentType="b{number}"/>""")
                            )
                        )
                    )
                )
            )
        ),
        new("packages of many files, many times", size =>
            Inside(size / 10, Zipped.Of([.. Enumerable.Range(0, 1_999).Select(number => ($"{number}", Array.Empty<byte>()))]))
        ),
        new("many packages", size => Inside(2 * size * 19 / 20, Zipped.Of(("a", [1])))),
        new("many tiny parts", size =>
            Stored([.. Enumerable.Range(0, 2 * size * 19 / 20).Select(number => ($"word/{number}.xml", "<a/>"u8.ToArray()))])
        ),
        new("parts that unpack to all that they may", size =>
            Zipped.Of([.. Plain, .. Elements(Math.Min(15 + (size / 4), 254), 1), ("word/media/image1.png", Noise(size << 12))])
        ),
        new("parts that unpack to a thousand times their size", size => Zipped.Of([.. Plain, .. Elements(size / 80, 7)])),
        new("a stored part", size => Stored(("word/media/image1.png", [.. new byte[size << 13]]))),
        new("a stored workbook", size => Stored(("word/a.xlsx", Stored(("xl/a.bin", [.. new byte[size << 13]]))))),
    ];

    /// <summary>The largest document of at most this many bytes.</summary>
    public byte[] UpTo(int bytes)
    {
        var (fits, most) = (0, Largest);
        while (fits < most)
        {
            var size = (fits + most + 1) / 2;
            if (Make(size).Length <= bytes)
            {
                fits = size;
            }
            else
            {
                most = size - 1;
            }
        }
        return Make(fits);
    }

    /// <summary>The largest possible document.</summary>
    public byte[] Full() => Make(Largest);

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static byte[] Inside(int times, byte[] package) =>
        Zipped.Of([.. Plain, .. Enumerable.Range(0, times).Select(number => ($"word/{number}.zip", package))]);

    /// <summary>Parts of this many MiB, consisting only of elements.</summary>
    private static IEnumerable<(string Name, byte[] Content)> Elements(int parts, int mebibytes) =>
        Enumerable.Range(0, parts).Select(number => ($"word/{number}.xml", Utf8($"<a>{Repeated("<a/>", (mebibytes << 18) - 2)}</a>")));

    private static byte[] Noise(int size)
    {
        var noise = new byte[size];
        new Random(1).NextBytes(noise);
        return noise;
    }

    private static byte[] Stored(params (string Name, byte[] Content)[] more) => Zipped.Stored([.. Plain, .. more]);

    private static IEnumerable<(string Name, byte[] Content)> Plain =>
        [
            (
                "[Content_Types].xml",
                Utf8(
                    Types(
                        """<Override PartName="/document.xml" """
                            + """ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>"""
                    )
                )
            ),
            ("_rels/.rels", Utf8(Relationships("""<Relationship Id="r1" Type="a/officeDocument" Target="document.xml"/>"""))),
            ("document.xml", Utf8($"""<w:document xmlns:w="{WordNamespace}"/>""")),
        ];
}
