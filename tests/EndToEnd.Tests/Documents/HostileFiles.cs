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
        ("a DOCX that unpacks to gigabytes", Bomb),
        ("a DOCX with tens of thousands of entries", ManyEntries),
        ("a DOCX that unpacks outside its folder", () => DocxWith("../../outside.txt", "a file"u8.ToArray())),
    ];

    public static TheoryData<string> Names => [.. Files.Select(file => file.Name)];

    public static byte[] Make(string name) => Files.Single(file => file.Name == name).Make();

    private static byte[] Pdf(string catalogEntry)
    {
        var objects = new PdfObjects(encryption: null);
        return Finish(objects, catalogEntry);
    }

    private static byte[] PdfWithAttachment(string fileName, string content)
    {
        var objects = new PdfObjects(encryption: null);
        var file = objects.AddStream(content);
        var specification = objects.Add($"<< /Type /Filespec /F ({fileName}) /EF << /F {file} 0 R >> >>");
        return Finish(objects, $"/Names << /EmbeddedFiles << /Names [({fileName}) {specification} 0 R] >> >>");
    }

    private static byte[] Finish(PdfObjects objects, string catalogEntry)
    {
        var pages = objects.Reserve();
        var page = objects.Add($"<< /Type /Page /Parent {pages} 0 R /MediaBox [0 0 595 842] >>");
        objects.Set(pages, $"<< /Type /Pages /Count 1 /Kids [{page} 0 R] >>");
        var catalog = objects.Add($"<< /Type /Catalog /Pages {pages} 0 R {catalogEntry} >>");
        return objects.ToFile(catalog, objects.Add("<< >>"), new byte[16]);
    }

    private static byte[] DocxWith(string entry, byte[] content) => Docx(zip =>
    {
        using var stream = zip.CreateEntry(entry).Open();
        stream.Write(content);
    });

    private static byte[] Bomb() => Docx(zip =>
    {
        using var stream = zip.CreateEntry("word/media/zeroes.bin", CompressionLevel.Optimal).Open();
        var zeroes = new byte[1024 * 1024];
        for (var megabyte = 0; megabyte < 2048; megabyte++)
            stream.Write(zeroes);
    });

    private static byte[] ManyEntries() => Docx(zip =>
    {
        for (var i = 0; i < 30_000; i++)
            zip.CreateEntry($"word/media/{i}");
    });

    private static byte[] Docx(Action<ZipArchive> add)
    {
        using var file = new MemoryStream();
        file.Write(TestDocument.Docx());
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            // Read first: once there is a new entry, the archive is written anew.
            _ = zip.Entries.Count;
            add(zip);
        }

        return file.ToArray();
    }
}
