using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Document = DocumentFormat.OpenXml.Wordprocessing.Document;
using Text = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace MicroCred.App.Tests.Documents;

/// <summary>Word documents as the Open XML SDK writes them, and what can be done to them afterwards.</summary>
internal static class DocxFile
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static byte[] Honest => Of(new Paragraph(new Run(new Text("He akoranga: a short course."))));

    public static byte[] Of(params OpenXmlElement[] body)
    {
        var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(body));
            document.MainDocumentPart!.AddNewPart<DocumentSettingsPart>().Settings = new DocumentFormat.OpenXml.Wordprocessing.Settings();
        }
        return file.ToArray();
    }

    public static byte[] Workbook()
    {
        var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
            document.AddWorkbookPart().Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets());
        return file.ToArray();
    }

    /// <summary>The document with one more file in its zip.</summary>
    public static byte[] Plus(this byte[] docx, string name, byte[] content) => docx.Changed(zip => zip.Put(name, content));

    /// <summary>The document with a relationship of its main part's settings to something.</summary>
    public static byte[] Related(this byte[] docx, string kind, string target, string mode = "TargetMode=\"External\"") =>
        docx.Plus("word/_rels/settings.xml.rels", Encoding.UTF8.GetBytes(
            $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relationships}/{kind}" Target="{target}" {mode}/></Relationships>"""));

    /// <summary>The document with one of its parts rewritten.</summary>
    public static byte[] Rewritten(this byte[] docx, string name, Func<string, string> change) => docx.Changed(zip =>
    {
        var entry = zip.GetEntry(name)!;
        using var reader = new StreamReader(entry.Open());
        var text = reader.ReadToEnd();
        reader.Dispose();
        entry.Delete();
        zip.Put(name, Encoding.UTF8.GetBytes(change(text)));
    });

    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
                archive.Put(name, content);
        }
        return zip.ToArray();
    }

    private static byte[] Changed(this byte[] docx, Action<ZipArchive> change)
    {
        var file = new MemoryStream();
        file.Write(docx);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
            change(zip);
        return file.ToArray();
    }

    private static void Put(this ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
        entry.Write(content);
    }
}
