using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace MicroCred.Demo.Documents.Docx;

/// <summary>Writes a Word document with a title, a language and headings; the same text gives the same bytes each time.</summary>
internal static class DocxFile
{
    private const string MainContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static byte[] Write(DocumentText document)
    {
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = package.AddNewPart<MainDocumentPart>(MainContentType, "rId1");
            main.Document = DocxBody.Of(document);
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = DocxStyles.Create();
            main.AddNewPart<NumberingDefinitionsPart>("rId2").Numbering = DocxBullets.Create();
            DocxProperties.Write(package.AddNewPart<CoreFilePropertiesPart>("rId2"), document.Title);
        }

        return FixedZip.Of(file.ToArray());
    }
}
