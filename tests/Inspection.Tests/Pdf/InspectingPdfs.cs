using System.Text;
using MicroCred.Inspection.Tests.Files;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using static MicroCred.Inspection.Tests.Inspecting;

namespace MicroCred.Inspection.Tests.Pdf;

public sealed class InspectingPdfs
{
    public sealed class Accepted
    {
        [Fact]
        public Task A_page_of_text() => AcceptsAsync(DocumentTypes.Pdf, Written(), "curriculum.pdf", "application/pdf");

        [Fact]
        public Task One_with_a_cross_reference_table() => AcceptsAsync(DocumentTypes.Pdf, PdfFile.Honest, "curriculum.pdf");

        [Fact]
        public Task One_with_its_structure_packed_in_streams() => AcceptsAsync(DocumentTypes.Pdf, PdfFile.Packed(), "curriculum.pdf");

        [Fact]
        public Task One_whose_header_comes_after_a_few_other_bytes() =>
            AcceptsAsync(DocumentTypes.Pdf, [.. new byte[10], .. PdfFile.Honest], "curriculum.pdf");

        [Fact]
        public Task Texts_that_have_the_words_of_the_structure_in_them() =>
            AcceptsAsync(
                DocumentTypes.Pdf,
                PdfFile.With("<< /Length 69 >>\nstream\n(An obj in a trailer) << /Kids [2 0 R] >> object << /Kids [2 0 R] >>\nendstream"),
                "curriculum.pdf"
            );

        [Fact]
        public Task Links_bookmarks_and_an_opening_page() =>
            AcceptsAsync(
                DocumentTypes.Pdf,
                PdfFile.WithCatalog(
                    "/OpenAction [3 0 R /Fit]",
                    "<< /Type /Annot /Subtype /Link /A << /S /URI /URI (https://example.org/) >> >>"
                ),
                "curriculum.pdf"
            );

        [Fact]
        public Task One_after_whose_end_much_else_follows() =>
            AcceptsAsync(DocumentTypes.Pdf, [.. PdfFile.Honest, .. new byte[4 << 20]], "curriculum.pdf");

        [Theory]
        [InlineData("<< /Type /StructElem /S /JavaScript /P 3 0 R >>")]
        [InlineData("<< /Type /StructElem /S /Launch /P 3 0 R >>")]
        [InlineData("<< /Font << /AA 3 0 R /JS 3 0 R >> >>")]
        [InlineData("<< /RoleMap << /JavaScript /P /Launch /P >> >>")]
        [InlineData("<< /Type /Encoding /Differences [65 /JS /AA /JavaScript /Launch] >>")]
        public Task Styles_fonts_and_glyphs_with_the_names_of_scripts(string named) =>
            AcceptsAsync(DocumentTypes.Pdf, PdfFile.With(named), "curriculum.pdf");

        [Fact]
        public Task Blank_pictures_though_they_unpack_to_a_thousand_times_their_size() =>
            AcceptsAsync(
                DocumentTypes.Pdf,
                WithStream("/Type /XObject /Subtype /Image /Width 2000 /Height 1000", new byte[2_000_000]),
                "curriculum.pdf",
                limits: new() { PdfUnpacked = 1_000_000 }
            );

        private static byte[] Written()
        {
            var builder = new PdfDocumentBuilder();
            builder
                .AddPage(PageSize.A4)
                .AddText("A short course", 12, new PdfPoint(50, 700), builder.AddStandard14Font(Standard14Font.Helvetica));
            return builder.Build();
        }
    }

    public sealed class Refused
    {
        [Theory]
        [InlineData("<< /S /JavaScript /JS (app.alert\\(1\\)) >>")]
        [InlineData("<< /S /J#61vaScript /#4AS 3 0 R >>")]
        [InlineData("<< /S /Rendition /JS (app.alert\\(1\\)) >>")]
        [InlineData("<< /S /GoTo /Next << /S /JavaScript /JS (x) >> >>")]
        [InlineData("<< /A [[[ << /S /JavaScript /JS <41> >> ]]] >>")]
        public Task An_action_with_a_script(string action) => RefusesAsync("script", PdfFile.With(action), "curriculum.pdf");

        [Fact]
        public Task A_script_that_runs_on_opening() =>
            RefusesAsync("script", PdfFile.WithCatalog("/OpenAction << /S /JavaScript /JS (x) >>"), "curriculum.pdf");

        [Fact]
        public Task Scripts_of_the_document() =>
            RefusesAsync("script", PdfFile.WithCatalog("/Names << /JavaScript << /Names [(a) 4 0 R] >> >>", "<< >>"), "curriculum.pdf");

        [Fact]
        public Task A_script_in_an_object_stream() =>
            RefusesAsync("script", PdfFile.Packed(objects: "<< /S /JavaScript /JS (x) >>"), "curriculum.pdf");

        [Fact]
        public Task A_script_that_the_cross_reference_table_does_not_know() =>
            RefusesAsync(
                "script",
                [.. PdfFile.Honest, .. PdfFile.Latin("99 0 obj\n<< /S /JavaScript /JS (x) >>\nendobj\n")],
                "curriculum.pdf"
            );

        [Fact]
        public Task A_script_that_a_later_revision_put_away() =>
            RefusesAsync(
                "script",
                [.. PdfFile.With("<< /S /JavaScript /JS (x) >>"), .. PdfFile.Latin("4 0 obj\n<< >>\nendobj\n")],
                "curriculum.pdf"
            );

        [Theory]
        [InlineData("<< /S /Launch /F (cmd.exe) >>")]
        [InlineData("<< /S /Launch /Win << /F (cmd.exe) /P (/c calc) >> >>")]
        [InlineData("<< /S 5 0 R /F (cmd.exe) >>")]
        public Task An_action_that_starts_a_program(string action) =>
            RefusesAsync("program", PdfFile.With(action, "/Launch"), "curriculum.pdf");

        [Theory]
        [InlineData("<< /S /SubmitForm /F (https://example.org/) >>", "form")]
        [InlineData("<< /S /ImportData /F (data.fdf) >>", "form")]
        [InlineData("<< /Type /Annot /Subtype /RichMedia >>", "media")]
        [InlineData("<< /Type /Annot /Subtype /Screen >>", "media")]
        [InlineData("<< /Type /Annot /Subtype /FileAttachment /FS 3 0 R >>", "attached")]
        [InlineData("<< /Type /Filespec /F (a.exe) /EF << /F 3 0 R >> >>", "attached")]
        [InlineData("<< /Fields [] /XFA 3 0 R >>", "XFA")]
        public Task What_else_does_more_than_be_read(string content, string reason) =>
            RefusesAsync(reason, PdfFile.With(content), "curriculum.pdf");

        [Fact]
        public Task Files_attached_to_the_document() =>
            RefusesAsync("attached", PdfFile.WithCatalog("/Names << /EmbeddedFiles << /Names [(a) 3 0 R] >> >>"), "curriculum.pdf");

        [Fact]
        public Task The_EICAR_test_virus_in_plain_sight() =>
            RefusesAsync("EICAR", [.. PdfFile.Honest, .. Encoding.ASCII.GetBytes("% "), .. TestVirus.Bytes], "curriculum.pdf");

        [Fact]
        public Task The_EICAR_test_virus_packed_in_a_stream() =>
            RefusesAsync("EICAR", WithStream("/Type /Whatever", [.. new byte[100_000], .. TestVirus.Bytes]), "curriculum.pdf");

        [Fact]
        public Task A_stream_that_unpacks_to_more_than_the_limit() =>
            RefusesAsync(
                "unpacks",
                WithStream("/Type /Whatever", new byte[2_000_000]),
                "curriculum.pdf",
                new() { PdfUnpacked = 1_000_000 }
            );

        [Fact]
        public Task Structure_that_unpacks_to_more_than_the_limit() =>
            RefusesAsync(
                "unpacks",
                WithStream("/Type /ObjStm /N 1 /First 4", new byte[2_000_000]),
                "curriculum.pdf",
                new() { PdfStructure = 1_000_000 }
            );

        [Fact]
        public Task A_PDF_that_is_also_a_zip() =>
            RefusesAsync("two kinds", [.. PdfFile.Honest, .. Zipped.Of(("a.txt", [1, 2, 3]))], "curriculum.pdf");

        [Fact]
        public Task A_PDF_that_begins_as_a_program() =>
            RefusesAsync("two kinds", [.. "MZ"u8, .. new byte[100], .. PdfFile.Honest], "curriculum.pdf");
    }

    public sealed class Found
    {
        [Fact]
        public Task Encrypted_with_a_password() =>
            FindsAsync(
                "DOC03",
                PdfFile.Of(
                    [PdfFile.Catalog, PdfFile.Pages, PdfFile.Page, "<< /Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -4 >>"],
                    "/Encrypt 4 0 R"
                ),
                "curriculum.pdf"
            );

        [Fact]
        public Task Encrypted_with_the_structure_packed_too()
        {
            var file = PdfFile.Packed("/Encrypt << /Filter /Standard /V 5 /R 6 >>");
            var data = PdfFile.Text(file).IndexOf("stream\n", StringComparison.Ordinal) + "stream\n".Length;
            for (var at = data; at < data + 40; at++)
            {
                file[at] ^= 0x5A;
            }

            return FindsAsync("DOC03", file, "curriculum.pdf");
        }

        [Theory]
        [InlineData(0.3)]
        [InlineData(0.6)]
        public Task Cut_off(double part) => FindsAsync("DOC02", PdfFile.Honest[..(int)(PdfFile.Honest.Length * part)], "curriculum.pdf");

        [Fact]
        public Task Nothing_after_the_header() => FindsAsync("DOC02", PdfFile.Latin("%PDF-1.7\nnothing"), "curriculum.pdf");

        [Fact]
        public Task Without_pages() =>
            FindsAsync("DOC02", PdfFile.Of([PdfFile.Catalog, "<< /Type /Pages /Kids [] /Count 0 >>"]), "curriculum.pdf");

        [Theory]
        [InlineData("curriculum.docx", null)]
        [InlineData("curriculum.txt", null)]
        [InlineData("curriculum.pdf", DocumentTypes.Docx)]
        public Task Called_something_else(string fileName, string? declaredType) =>
            FindsAsync("DOC05", PdfFile.Honest, fileName, declaredType);

        [Theory]
        [InlineData("curriculum", null)]
        [InlineData("CURRICULUM.PDF", "application/octet-stream")]
        [InlineData("curriculum.pdf", "Application/PDF; charset=binary")]
        public Task But_not_where_nothing_else_is_claimed(string fileName, string? declaredType) =>
            AcceptsAsync(DocumentTypes.Pdf, PdfFile.Honest, fileName, declaredType);
    }

    private static byte[] WithStream(string entries, byte[] data) => [.. PdfFile.Honest, .. PdfFile.Stream(4, entries, data)];
}
