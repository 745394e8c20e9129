using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using MicroCred.Demo.Documents;
using MicroCred.Demo.Documents.Docx;

namespace MicroCred.Demo.Tests.Documents;

public sealed class DocxFileTests : IDisposable
{
    private static readonly DocumentText Short = new(
        "Kia ora",
        [Block.Heading("Whānau"), Block.Paragraph("Text & <more>."), Block.Item("First")]
    );

    private readonly WordprocessingDocument _docx = WordprocessingDocument.Open(new MemoryStream(DocxFile.Write(Short)), isEditable: false);

    public void Dispose() => _docx.Dispose();

    [Fact]
    public void A_written_document_is_valid_Open_XML() =>
        Assert.Empty(new OpenXmlValidator().Validate(_docx).Select(error => $"{error.Path?.XPath}: {error.Description}"));

    [Fact]
    public void A_written_document_gives_back_its_text_in_order() =>
        Assert.Equal(["Kia ora", "Whānau", "Text & <more>.", "First"], Paragraphs.Select(paragraph => paragraph.InnerText));

    [Fact]
    public void A_written_document_has_a_title_and_a_language()
    {
        Assert.Equal("Kia ora", _docx.PackageProperties.Title);
        Assert.Equal("en-NZ", _docx.PackageProperties.Language);
        Assert.Equal("en-NZ", _docx.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Descendants<Languages>().Single().Val);
    }

    [Fact]
    public void Headings_have_the_styles_that_assistive_technology_knows() =>
        Assert.Equal(
            ["Heading1", "Heading2", null, null],
            Paragraphs.Select(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value)
        );

    [Fact]
    public void An_item_is_part_of_a_list() => Assert.NotNull(Paragraphs.Last().ParagraphProperties?.NumberingProperties);

    private IEnumerable<Paragraph> Paragraphs => _docx.MainDocumentPart!.Document!.Body!.Elements<Paragraph>();
}
