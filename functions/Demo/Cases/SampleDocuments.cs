using MicroCred.Demo.Documents.Contents;
using MicroCred.Demo.Documents.Docx;
using MicroCred.Demo.Documents.Pdf;

namespace MicroCred.Demo.Cases;

/// <summary>Generates a case's documents; the same case gives the same bytes each time.</summary>
internal static class SampleDocuments
{
    /// <summary>Opens the one encrypted document, for people who want to read it; the app isn't told.</summary>
    public const string Password = "sample";

    public static byte[] Make(this SampleCase sample, ScriptedDocument document)
    {
        var text = DocumentContent.Of(document.Kind, sample.Application);
        return Path.GetExtension(document.File) == ".docx"
            ? DocxFile.Write(text)
            : PdfFile.Write(text, document.Encrypted ? Password : null);
    }
}
