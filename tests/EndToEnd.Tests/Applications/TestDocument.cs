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

    /// <summary>A sound PDF of exactly so many bytes: padded with comments before its first object, which every reader skips.</summary>
    public static byte[] PdfOf(int bytes) => [.. Pdf(), .. Enumerable.Repeat((byte)'%', bytes - Pdf().Length)];

    public static MultipartFormDataContent Form(byte[] content, string kind = "Curriculum", string fileName = "document.pdf") => new()
    {
        { new StringContent(kind), "kind" },
        { File(content), "file", fileName },
    };

    public static ByteArrayContent File(byte[] content, string type = "application/octet-stream") =>
        new(content) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
}
