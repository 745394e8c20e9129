using System.Buffers.Binary;
using System.Text;
using MicroCred.Inspection.Tests.Files;
using static MicroCred.Inspection.Tests.Files.BareDocx;
using static MicroCred.Inspection.Tests.Inspecting;

namespace MicroCred.Inspection.Tests.Word;

public sealed class InspectingWordParts
{
    private const string Binary = "application/vnd.ms-excel.sheet.binary.macroEnabled.main";

    public sealed class Targets_elsewhere
    {
        [Theory]
        [InlineData("attachedTemplate", "file:////Users/aroha/Library/Group%20Containers/UBF8T346G9.Office/Normal.dotm")]
        [InlineData("attachedTemplate", "file:////Applications/Microsoft%20Office%202011/Letterhead.dotx")]
        [InlineData("attachedTemplate", "/Applications/Microsoft Word.app/Contents/Resources/Normal.dotm")]
        [InlineData("attachedTemplate", "file:////Volumes/Data/Letterhead.dotx")]
        [InlineData("attachedTemplate", "Macintosh HD:Users:aroha:Documents:Report.dotx")]
        [InlineData("attachedTemplate", "Macintosh%20HD:Users:aroha:Documents:Report.dotx")]
        [InlineData("attachedTemplate", "file:///Macintosh%20HD:Users:aroha:Report.dotx")]
        [InlineData("attachedTemplate", "file://localhost/Macintosh%20HD:Users:aroha:Report.dotx")]
        [InlineData("attachedTemplate", "file:///home/aroha/Report.ott")]
        [InlineData("attachedTemplate", "file:///C:/Users/aroha/Report.dotx")]
        [InlineData("attachedTemplate", "file://C:\\Users\\aroha\\Report.dotx")]
        [InlineData("attachedTemplate", "..\\Templates\\Report.dotx")]
        [InlineData("image", "cid:image001.png@01DB0A1B.2C3D4E5F")]
        [InlineData("image", "webkit-fake-url://0a1b2c3d/image.png")]
        [InlineData("oleObject", "file:///C:\\Users\\aroha\\Documents\\numbers.xlsx")]
        [InlineData("oleObject", "file:////Users/aroha/numbers.xlsx")]
        [InlineData("oleObject", "numbers.xlsx")]
        public Task On_the_authors_own_machine_are_accepted(string kind, string target) =>
            AcceptsAsync(DocumentTypes.Docx, DocxFile.Honest.Related(kind, target), "need.docx");

        [Theory]
        [InlineData("https://contoso.sharepoint.com/sites/Templates/Letterhead.dotx")]
        [InlineData("file:///\\\\fileserver\\Templates\\Letterhead.dotx")]
        [InlineData("\\\\fileserver\\Templates\\Letterhead.dotx")]
        [InlineData("file:////fileserver/Templates/Letterhead.dotx")]
        [InlineData("file://///Users/Templates/Letterhead.dotx")]
        [InlineData("\\\\Users\\Templates\\Letterhead.dotx")]
        [InlineData("file:////Users%5CTemplates/Letterhead.dotx")]
        public async Task A_template_on_another_is_refused_by_its_address(string target)
        {
            await RefusesAsync("template", DocxFile.Honest.Related("attachedTemplate", target), "need.docx");
            await RefusesAsync(target, DocxFile.Honest.Related("attachedTemplate", target), "need.docx");
        }

        [Theory]
        [InlineData("oleObject", "https://example.org/numbers.xlsx")]
        [InlineData("oleObject", "file:///\\\\server\\numbers.xlsx")]
        [InlineData("externalLinkPath", "file:////server/numbers.xlsx")]
        public Task Others_are_refused(string kind, string target) =>
            RefusesAsync("elsewhere", DocxFile.Honest.Related(kind, target), "need.docx");

        [Theory]
        [InlineData("https://example.org/a.html")]
        [InlineData("file:///C:/a.rtf")]
        public Task Text_from_another_document_is_refused(string target) =>
            RefusesAsync("another document", DocxFile.Honest.Related("aFChunk", target), "need.docx");
    }

    public sealed class Workbooks
    {
        [Fact]
        public Task In_binary_without_macros_are_accepted() => AcceptsAsync(DocumentTypes.Docx, With(BinaryWorkbook()), "need.docx");

        [Fact]
        public Task In_binary_with_macros_are_refused() =>
            RefusesAsync("macros", With(BinaryWorkbook().Plus("xl/vbaProject.bin", [1])), "need.docx");

        [Fact]
        public Task With_macros_under_another_name_are_refused() =>
            RefusesAsync(
                "macros",
                With(
                    BinaryWorkbook("""<Override PartName="/xl/a.bin" ContentType="application/vnd.ms-office.vbaProject"/>""")
                        .Plus("xl/a.bin", [1])
                ),
                "need.docx"
            );

        [Theory]
        [InlineData("application/vnd.ms-excel.macrosheet+xml")]
        [InlineData("application/vnd.ms-excel.intlmacrosheet")]
        public Task With_the_macros_of_before_are_refused(string type) =>
            RefusesAsync(
                "macros",
                With(
                    BinaryWorkbook($"""<Override PartName="/xl/macrosheets/sheet1.bin" ContentType="{type}"/>""")
                        .Plus("xl/macrosheets/sheet1.bin", "<a/>"u8.ToArray())
                ),
                "need.docx"
            );

        [Theory]
        [InlineData(1)]
        [InlineData(2)]
        public Task In_binary_with_a_link_to_a_program_are_refused(byte kind) => RefusesAsync("DDE", With(Linked(kind)), "need.docx");

        [Fact]
        public Task In_binary_with_a_link_to_another_are_accepted() => AcceptsAsync(DocumentTypes.Docx, With(Linked(0)), "need.docx");

        [Fact]
        public Task That_only_declare_macros_are_accepted() =>
            AcceptsAsync(
                DocumentTypes.Docx,
                With(BinaryWorkbook("""<Default Extension="vba" ContentType="application/vnd.ms-office.vbaProject"/>""")),
                "need.docx"
            );

        private static byte[] With(byte[] workbook) =>
            DocxFile
                .Honest.Rewritten("[Content_Types].xml", types =>
                    types.Replace(
                        "<Default ",
                        """<Default Extension="xlsb" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.12"/><Default """,
                        StringComparison.Ordinal
                    )
                )
                .Plus("word/embeddings/a.xlsb", workbook);

        private static byte[] Linked(byte kind) =>
            BinaryWorkbook(
                    """<Override PartName="/xl/externalLinks/externalLink1.bin" ContentType="application/vnd.ms-excel.externalLink"/>"""
                )
                .Plus("xl/externalLinks/externalLink1.bin", [0xE8, 0x02, 0x80, 0x01, kind, 0, .. new byte[126]]);

        private static byte[] BinaryWorkbook(string types = "") =>
            Zipped.Of(
                ("[Content_Types].xml", Utf8(Types($"""<Override PartName="/xl/workbook.bin" ContentType="{Binary}"/>{types}"""))),
                ("xl/workbook.bin", [0x83, 1, 0])
            );
    }

    public sealed class Beginnings
    {
        [Theory]
        [InlineData("MZ")]
        [InlineData("MZ is how the author's name begins, and this goes on for longer than a program's stub would.")]
        public Task Like_a_programs_are_accepted(string text) =>
            AcceptsAsync(DocumentTypes.Docx, DocxFile.Honest.Plus("word/note.txt", Utf8(text)), "need.docx");

        [Theory]
        [InlineData(0x04)]
        [InlineData(0x40)]
        [InlineData(0x100)]
        [InlineData(4_094)]
        [InlineData(200_000)]
        public Task Of_a_real_program_are_refused(int headerAt) =>
            RefusesAsync("program", DocxFile.Honest.Plus("word/media/image1.png", Program(headerAt)), "need.docx");

        private static byte[] Program(int headerAt)
        {
            var program = new byte[headerAt + 200];
            "MZ"u8.CopyTo(program);
            BinaryPrimitives.WriteInt32LittleEndian(program.AsSpan(0x3C), headerAt);
            "PE\0\0"u8.CopyTo(program.AsSpan(headerAt));
            return program;
        }
    }

    public sealed class Names_of_parts
    {
        [Theory]
        [InlineData("./", '/')]
        [InlineData("", '\\')]
        [InlineData(".\\", '\\')]
        public Task As_other_systems_write_them_are_accepted(string before, char between) =>
            AcceptsAsync(DocumentTypes.Docx, Named(name => before + name.Replace('/', between)), "need.docx");

        [Fact]
        public Task As_other_systems_write_them_hide_nothing() =>
            RefusesAsync("starts another program", Named(name => name.Replace('/', '\\'), Field("DDE c:\\\\x")), "need.docx");

        private static byte[] Named(Func<string, string> rename, string body = "<w:p/>")
        {
            using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(Of(body)));
            return Zipped.Of([.. zip.Entries.Select(entry => (rename(entry.FullName), Content(entry)))]);
        }

        private static byte[] Content(System.IO.Compression.ZipArchiveEntry entry)
        {
            using var content = entry.Open();
            var copy = new MemoryStream();
            content.CopyTo(copy);
            return copy.ToArray();
        }
    }

    public sealed class Not_Words_own
    {
        [Theory]
        [InlineData(
            "word/media/image1.svg",
            "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'><svg/>"
        )]
        [InlineData("xl/printerSettings1.bin", "<?xml version='1.0'?><!DOCTYPE plist><plist/>")]
        [InlineData("word/notes.txt", "< not XML")]
        public Task May_be_written_as_they_like(string name, string content) =>
            AcceptsAsync(DocumentTypes.Docx, DocxFile.Honest.Plus(name, Utf8(content)), "need.docx");
    }

    public sealed class Other_formats
    {
        private const string Kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

        [Fact]
        public Task A_template_is_told_to_be_saved_as_a_document() =>
            ToldAsync(Of("<w:p/>", kind: Kind + "template.main+xml"), "template", ".docx");

        [Fact]
        public Task Rich_text_is_told_what_it_is() => ToldAsync("{\\rtf1\\ansi Whanau}"u8.ToArray(), "RTF", ".docx");

        [Fact]
        public Task An_old_Word_document_is_told_what_it_is() =>
            ToldAsync(
                [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1000], .. Encoding.Unicode.GetBytes("WordDocument")],
                "DOC",
                ".docx"
            );

        [Fact]
        public Task An_OpenDocument_text_is_told_what_it_is() =>
            ToldAsync(
                Zipped.Of(("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()), ("content.xml", "<a/>"u8.ToArray())),
                "ODT",
                ".docx"
            );

        [Theory]
        [InlineData("application/vnd.ms-word.document.macroEnabled.main+xml", "DOCM")]
        [InlineData("application/vnd.ms-word.template.macroEnabledTemplate.main+xml", "DOTM")]
        public Task Documents_for_macros_are_refused_as_such(string kind, string name) =>
            RefusesAsync(name, Of("<w:p/>", kind: kind), "need.docx");

        [Theory]
        [InlineData("need")]
        [InlineData("need v1.2")]
        [InlineData("Unit 3. Assessment")]
        public async Task A_name_without_an_extension_says_nothing(string name)
        {
            await AcceptsAsync(DocumentTypes.Docx, DocxFile.Honest, name);
            await AcceptsAsync(DocumentTypes.Pdf, PdfFile.Honest, name);
        }

        private static async Task ToldAsync(byte[] file, params string[] words)
        {
            var detail = Assert.IsType<Verdict.NotADocument>(await InspectAsync(file, "need.docx")).Detail;
            Assert.All(words, word => Assert.Contains(word, detail, StringComparison.Ordinal));
        }
    }
}
