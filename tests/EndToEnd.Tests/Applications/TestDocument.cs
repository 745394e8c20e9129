using System.Net.Http.Headers;
using MicroCred.Demo.Documents;
using MicroCred.Demo.Documents.Docx;
using MicroCred.Demo.Documents.Pdf;

namespace MicroCred.EndToEnd.Tests.Applications;

/// <summary>Files to upload, and the multipart body that carries one.</summary>
internal static class TestDocument
{
    public const string PdfType = "application/pdf";
    public const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly DocumentText Text = new("A test's document", [Block.Heading("Whānau"), Block.Paragraph("Some text.")]);

    public static byte[] Pdf() => PdfFile.Write(Text);

    public static byte[] EncryptedPdf() => PdfFile.Write(Text, "a password");

    public static byte[] Docx() => DocxFile.Write(Text);

    /// <summary>A sound PDF of exactly so many bytes: an empty page, and a stream that fills the rest.</summary>
    public static byte[] PdfOf(int bytes)
    {
        var filling = bytes;
        byte[] pdf;
        do
        {
            pdf = Filled(filling);
            filling += bytes - pdf.Length;
        } while (pdf.Length != bytes);
        return pdf;
    }

    public static MultipartFormDataContent Form(byte[] content, string kind = "Curriculum", string fileName = "document.pdf") =>
        Form(File(content), kind, fileName);

    public static MultipartFormDataContent Form(HttpContent file, string kind = "Curriculum", string fileName = "document.pdf") =>
        new() { { new StringContent(kind), "kind" }, { file, "file", fileName } };

    public static ByteArrayContent File(byte[] content, string type = "application/octet-stream") =>
        new(content) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };

    /// <summary>A PDF of one empty page and whatever objects there are before it.</summary>
    public static byte[] EmptyPdf(PdfObjects objects, string catalogEntry = "")
    {
        var pages = objects.Reserve();
        var page = objects.Add($"<< /Type /Page /Parent {pages} 0 R /MediaBox [0 0 595 842] >>");
        objects.Set(pages, $"<< /Type /Pages /Count 1 /Kids [{page} 0 R] >>");
        return objects.ToFile(objects.Add($"<< /Type /Catalog /Pages {pages} 0 R {catalogEntry} >>"), objects.Add("<< >>"), new byte[16]);
    }

    private static byte[] Filled(int filling)
    {
        var objects = new PdfObjects(encryption: null);
        objects.AddStream(new string(' ', filling));
        return EmptyPdf(objects);
    }
}
