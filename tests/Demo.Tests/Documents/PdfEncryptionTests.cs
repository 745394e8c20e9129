using MicroCred.Demo.Documents;
using MicroCred.Demo.Documents.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace MicroCred.Demo.Tests.Documents;

public sealed class PdfEncryptionTests
{
    private readonly byte[] _file = PdfFile.Write(new("A title", [Block.Paragraph("Whānau")]), "a password");

    [Fact]
    public void An_encrypted_PDF_does_not_open_without_its_password() =>
        Assert.Throws<PdfDocumentEncryptedException>(() => PdfDocument.Open(_file));

    [Fact]
    public void An_encrypted_PDF_does_not_open_with_another_password() =>
        Assert.Throws<PdfDocumentEncryptedException>(() => PdfDocument.Open(_file, new ParsingOptions { Password = "another" }));

    [Fact]
    public void An_encrypted_PDF_opens_with_its_password_and_can_be_read()
    {
        using var pdf = PdfDocument.Open(_file, new ParsingOptions { Password = "a password" });

        Assert.True(pdf.IsEncrypted);
        Assert.Equal("A title", pdf.Information.Title);
        Assert.Equal("Whānau", pdf.GetPage(1).GetMarkedContents()[1].Letters.Aggregate("", (text, letter) => text + letter.Value));
    }
}
