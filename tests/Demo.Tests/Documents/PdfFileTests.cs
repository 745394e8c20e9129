using MicroCred.Demo.Documents;
using MicroCred.Demo.Documents.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Tokens;

namespace MicroCred.Demo.Tests.Documents;

public static class PdfFileTests
{
    private static readonly DocumentText Short = new(
        "Kia ora: “a title”",
        [
            Block.Heading("Whānau, hapū, iwi – and more"),
            Block.Paragraph("Brackets (such as these) and a \\ backslash."),
            Block.Item("First"),
            Block.Item("Second"),
        ]
    );

    public sealed class A_written_PDF
    {
        private readonly PdfDocument _pdf = PdfDocument.Open(PdfFile.Write(Short));

        [Fact]
        public void Gives_back_its_text_with_macrons_dashes_and_brackets()
        {
            var text = ContentOrderTextExtractor.GetText(_pdf.GetPage(1));

            Assert.Contains("Kia ora: “a title”", text, StringComparison.Ordinal);
            Assert.Contains("Whānau, hapū, iwi – and more", text, StringComparison.Ordinal);
            Assert.Contains(@"Brackets (such as these) and a \ backslash.", text, StringComparison.Ordinal);
            Assert.Contains("• Second", text, StringComparison.Ordinal);
        }

        [Fact]
        public void Has_a_title_that_readers_show_and_a_language()
        {
            Assert.Equal(Short.Title, _pdf.Information.Title);
            Assert.Equal("en-NZ", Catalog<IDataToken<string>>("Lang").Data);
            Assert.True(((BooleanToken)Catalog<DictionaryToken>("ViewerPreferences").Data["DisplayDocTitle"]).Data);
        }

        [Fact]
        public void Is_tagged_with_headings_paragraphs_and_a_list_in_reading_order() =>
            Assert.Equal(
                ["Document", "H1", "H2", "P", "L", "LI", "LBody", "LI", "LBody"],
                Tags(Catalog<IndirectReferenceToken>("StructTreeRoot"))
            );

        [Fact]
        public void Marks_each_block_so_that_the_tags_find_it() =>
            Assert.Equal([0, 1, 2, 3, 4], _pdf.GetPage(1).GetMarkedContents().Select(content => content.MarkedContentIdentifier));

        private T Catalog<T>(string key)
            where T : class, IToken => Assert.IsType<T>(_pdf.Structure.Catalog.CatalogDictionary.Data[key], exactMatch: false);

        private IEnumerable<string> Tags(IToken token)
        {
            var element = token switch
            {
                IndirectReferenceToken reference => _pdf.Structure.GetObject(reference.Data).Data as DictionaryToken,
                _ => token as DictionaryToken,
            };
            if (element is null)
            {
                yield break;
            }

            if (element.Data.TryGetValue("S", out var tag))
            {
                yield return ((NameToken)tag).Data;
            }

            var children = element.Data.TryGetValue("K", out var kids)
                ? kids is ArrayToken array
                    ? array.Data
                    : [kids]
                : [];
            foreach (var name in children.SelectMany(Tags))
            {
                yield return name;
            }
        }
    }

    public sealed class A_long_text
    {
        private readonly DocumentText _long = Short with
        {
            Blocks =
            [
                .. Enumerable
                    .Range(1, 90)
                    .Select(number =>
                        Block.Paragraph(
                            $"Paragraph {number} of a long text that needs more than one line to be told, because it goes on for a while."
                        )
                    ),
            ],
        };

        [Fact]
        public void Runs_over_pages_without_losing_a_paragraph()
        {
            using var pdf = PdfDocument.Open(PdfFile.Write(_long));

            Assert.True(pdf.NumberOfPages > 2);
            var text = string.Join('\n', pdf.GetPages().Select(page => ContentOrderTextExtractor.GetText(page)));
            Assert.All(Enumerable.Range(1, 90), number => Assert.Contains($"Paragraph {number} of", text, StringComparison.Ordinal));
        }

        [Fact]
        public void Stays_within_the_pages()
        {
            using var pdf = PdfDocument.Open(PdfFile.Write(_long));

            Assert.All(pdf.GetPages().SelectMany(page => page.Letters), letter =>
            {
                Assert.InRange(letter.BoundingBox.Left, 0, PdfLayout.PageWidth);
                Assert.InRange(letter.BoundingBox.Right, 0, PdfLayout.PageWidth);
                Assert.InRange(letter.BoundingBox.Bottom, 0, PdfLayout.PageHeight);
            });
        }
    }
}
