using System.IO.Compression;
using System.Text;
using MicroCred.Demo.Documents.Pdf;
using MicroCred.EndToEnd.Tests.Applications;

namespace MicroCred.EndToEnd.Tests.Documents;

/// <summary>Files that would do harm, or say that they would: none of them does anything here.</summary>
internal static class HostileFiles
{
    /// <summary>The anti-virus industry's test text, in two halves so that this source isn't taken for it.</summary>
    public static readonly string Eicar = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    private static readonly (string Name, Func<byte[]> Make)[] Files =
    [
        ("a PDF that runs a script when opened", () => Pdf("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")),
        ("a PDF with a named script", () => Pdf("/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>")),
        ("a PDF that launches a program", () => Pdf("/OpenAction << /S /Launch /F (cmd.exe) >>")),
        ("a PDF that carries a program", () => PdfWithAttachment("run.exe", "MZ this would be a program")),
        ("a PDF that carries the anti-virus test text", () => PdfWithAttachment("eicar.txt", Eicar)),
        ("a PDF with the anti-virus test text after its end", () => [.. TestDocument.Pdf(), .. Encoding.ASCII.GetBytes(Eicar)]),
        ("a DOCX with macros", () => DocxWith("word/vbaProject.bin", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])),
        ("a DOCX with an embedded program", () => DocxWith("word/embeddings/run.exe", "MZ this would be a program"u8.ToArray())),
        ("a DOCX with the anti-virus test text inside", () => DocxWith("word/media/eicar.txt", Encoding.ASCII.GetBytes(Eicar))),
        ("a DOCX that unpacks to a gigabyte", Bomb),
        ("a DOCX with tens of thousands of entries", ManyEntries),
        ("a DOCX that unpacks outside its folder", () => DocxWith("../../outside.txt", "a file"u8.ToArray())),
    ];

    public static TheoryData<string> Names => [.. Files.Select(file => file.Name)];

    public static byte[] Make(string name) => Files.Single(file => file.Name == name).Make();

    private static byte[] Pdf(string catalogEntry) => TestDocument.EmptyPdf(new PdfObjects(encryption: null), catalogEntry);

    private static byte[] PdfWithAttachment(string fileName, string content)
    {
        var objects = new PdfObjects(encryption: null);
        var file = objects.AddStream(content);
        var specification = objects.Add($"<< /Type /Filespec /F ({fileName}) /EF << /F {file} 0 R >> >>");
        return TestDocument.EmptyPdf(objects, $"/Names << /EmbeddedFiles << /Names [({fileName}) {specification} 0 R] >> >>");
    }

    private static byte[] DocxWith(string entry, byte[] content) =>
        Docx(zip =>
        {
            using var stream = zip.CreateEntry(entry).Open();
            stream.Write(content);
        });

    private static byte[] Bomb() =>
        Docx(zip =>
        {
            using var stream = zip.CreateEntry("word/media/zeroes.bin", CompressionLevel.Fastest).Open();
            var zeroes = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 1024; megabyte++)
            {
                stream.Write(zeroes);
            }
        });

    private static byte[] ManyEntries() =>
        Docx(zip =>
        {
            for (var i = 0; i < 30_000; i++)
            {
                zip.CreateEntry($"word/media/{i}");
            }
        });

    /// <summary>A sound DOCX with something more in it.</summary>
    private static byte[] Docx(Action<ZipArchive> add)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var sound = new ZipArchive(new MemoryStream(TestDocument.Docx()));
            foreach (var entry in sound.Entries)
            {
                using var from = entry.Open();
                using var to = zip.CreateEntry(entry.FullName).Open();
                from.CopyTo(to);
            }

            add(zip);
        }

        return file.ToArray();
    }
}
