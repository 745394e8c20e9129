using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Document = DocumentFormat.OpenXml.Wordprocessing.Document;
using Text = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace MicroCred.Inspection.Tests.Files;

/// <summary>Word documents written by the Open XML SDK, and changes to them.</summary>
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
        {
            document.AddWorkbookPart().Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(
                new DocumentFormat.OpenXml.Spreadsheet.Sheets()
            );
        }

        return file.ToArray();
    }

    /// <summary>The document with a relationship from its settings to a target.</summary>
    public static byte[] Related(this byte[] docx, string kind, string target, string mode = "TargetMode=\"External\"") =>
        docx.Plus(
            "word/_rels/settings.xml.rels",
            Encoding.UTF8.GetBytes(
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"""
                    + $"""<Relationship Id="r1" Type="{Relationships}/{kind}" Target="{target}" {mode}/></Relationships>"""
            )
        );
}
