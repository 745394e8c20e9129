using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using MicroCred.App.Submission.Documents;
using static MicroCred.App.Tests.Documents.BareDocx;

namespace MicroCred.App.Tests.Documents;

/// <summary>What looking through a document costs, however it was made to cost more.</summary>
public sealed class CostOfWordDocuments
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    public static TheoryData<string> Names => [.. Crafted.Keys];

    private static Dictionary<string, Func<byte[]>> Crafted { get; } = new()
    {
        ["an everyday document"] = () => DocxFile.Honest,
        ["fields in fields without end"] = () => Of(Repeated(Mark("begin"), 100_000)),
        ["fields in fields, again and again"] = () => Of(Repeated(Repeated(Mark("begin"), 200) + "<w:r><w:t>text of some length</w:t></w:r>" + Repeated(Mark("end"), 200), 500)),
        ["an instruction in a million pieces"] = () => Of(Between(Repeated("<w:r><w:instrText>QUOTE a</w:instrText></w:r>", 1_000_000))),
        ["an instruction of 32 million letters"] = () => Of(Field("XE " + new string('a', 32 << 20))),
        ["an attribute of 16 million letters"] = () => Of($"""<w:fldSimple w:instr="XE {new string('a', 16 << 20)}"/>"""),
        ["a million relationships to one part"] = () => Of("<w:p/>").Plus("word/_rels/document.xml.rels", Utf8(Relationships(Repeated("""<Relationship Id="r" Type="a/image" Target="media/image1.png"/>""", 400_000)))),
        ["a million declared types"] = () => DocxFile.Zip(("[Content_Types].xml", Utf8(Types(string.Concat(Enumerable.Range(0, 400_000).Select(number => $"""<Default Extension="a{number}" ContentType="b{number}"/>""")))))),
        ["packages of 2,000 files, 100 times"] = () => Inside(100, DocxFile.Zip([.. Enumerable.Range(0, 1_999).Select(number => ($"{number}", Array.Empty<byte>()))])),
        ["1,900 packages"] = () => Inside(1_900, DocxFile.Zip(("a", [1]))),
        ["2,000 tiny parts"] = () => Stored([.. Enumerable.Range(0, 1_900).Select(number => ($"word/{number}.xml", "<a/>"u8.ToArray()))]),
        ["a stored part of 8 MiB"] = () => Stored(("word/media/image1.png", [.. new byte[8 << 20]])),
        ["a workbook of 8 MiB, stored"] = () => Stored(("word/a.xlsx", Stored(("xl/a.bin", [.. new byte[8 << 20]])))),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_bounded_by_its_length(string name)
    {
        var bytes = Crafted[name]();
        var file = new CountedReading(new MemoryStream(bytes, writable: false));
        var clock = Stopwatch.StartNew();
        var verdict = await new DocumentInspector(InspectionLimits.Default).InspectAsync(file, "need.docx", null, CancellationToken.None);
        Assert.NotNull(verdict);
        Assert.InRange(file.BytesRead, 1, (4L * bytes.Length) + (1 << 20));
        Assert.True(clock.Elapsed < Soon, $"{name} took {clock.Elapsed}");
    }

    private static string Repeated(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static byte[] Inside(int times, byte[] package) => DocxFile.Zip([.. Plain, .. Enumerable.Range(0, times).Select(number => ($"word/{number}.zip", package))]);

    private static byte[] Stored(params (string Name, byte[] Content)[] more)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Plain.Concat(more))
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    private static IEnumerable<(string Name, byte[] Content)> Plain =>
    [
        ("[Content_Types].xml", Utf8(Types("""<Override PartName="/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>"""))),
        ("_rels/.rels", Utf8(Relationships("""<Relationship Id="r1" Type="a/officeDocument" Target="document.xml"/>"""))),
        ("document.xml", Utf8($"""<w:document xmlns:w="{Word}"/>""")),
    ];
}
