using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;
using MicroCred.Inspection.Tests.Files;
using MicroCred.Inspection.Zip;
using static MicroCred.Inspection.Tests.Inspecting;
using FieldCode = DocumentFormat.OpenXml.Wordprocessing.FieldCode;

namespace MicroCred.Inspection.Tests.Word;

public sealed class InspectingWordDocuments
{
    private const string Types = "[Content_Types].xml";
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public sealed class Accepted
    {
        [Fact]
        public Task A_paragraph_of_text() => AcceptsAsync(DocumentTypes.Docx, DocxFile.Honest, "need.docx", DocumentTypes.Docx);

        [Fact]
        public Task A_chart_with_its_workbook() =>
            AcceptsAsync(
                DocumentTypes.Docx,
                DocxFile.Honest.Plus("word/embeddings/Microsoft_Excel_Sheet1.xlsx", DocxFile.Workbook()),
                "need.docx"
            );

        [Theory]
        [InlineData("hyperlink", "https://example.org/")]
        [InlineData("hyperlink", "mailto:someone@example.org")]
        [InlineData("image", "https://example.org/picture.png")]
        [InlineData("attachedTemplate", "file:///C:\\Users\\Aroha\\AppData\\Roaming\\Microsoft\\Templates\\Report.dotx")]
        [InlineData("attachedTemplate", "file:///Users/aroha/Library/Report.dotx")]
        [InlineData("attachedTemplate", "file://localhost/Users/aroha/Library/Report.dotx")]
        [InlineData("attachedTemplate", "C:\\Templates\\Report%20design.dotx")]
        [InlineData("attachedTemplate", "Normal.dotm")]
        public Task Links_and_the_path_of_the_authors_own_template(string kind, string target) =>
            AcceptsAsync(DocumentTypes.Docx, DocxFile.Honest.Related(kind, target), "need.docx");

        [Fact]
        public Task Everyday_fields() =>
            AcceptsAsync(DocumentTypes.Docx, DocxFile.Of(Field(" PAGE "), Field(" XE \"DDE, what it was\" ")), "need.docx");
    }

    public sealed class Refused
    {
        [Fact]
        public Task Macros_by_their_file() => RefusesAsync("macros", DocxFile.Honest.Plus("word/vbaProject.bin", [1, 2, 3]), "need.docx");

        [Fact]
        public Task Macros_by_the_declared_type() =>
            RefusesAsync(
                "macros",
                DocxFile.Honest.Rewritten(Types, types =>
                    types.Replace(Main, "application/vnd.ms-word.document.macroEnabled.main+xml", StringComparison.Ordinal)
                ),
                "need.docx"
            );

        [Fact]
        public Task Macros_under_another_name() =>
            RefusesAsync("macros", DocxFile.Honest.Related("vbaProject", "settings.dat", ""), "need.docx");

        [Fact]
        public Task Macros_in_an_embedded_workbook() =>
            RefusesAsync(
                "macros",
                DocxFile.Honest.Plus("word/embeddings/a.xlsx", DocxFile.Workbook().Plus("xl/vbaProject.bin", [1])),
                "need.docx"
            );

        [Theory]
        [InlineData("oleObject", "embeddings/oleObject1.bin", "objects")]
        [InlineData("control", "activeX/activeX1.xml", "ActiveX")]
        [InlineData("aFChunk", "afchunk.mht", "another document")]
        public Task Parts_that_run_or_bring_in(string kind, string target, string reason) =>
            RefusesAsync(reason, DocxFile.Honest.Related(kind, target, ""), "need.docx");

        [Fact]
        public Task A_compound_file_inside_whatever_it_is_called() =>
            RefusesAsync(
                "objects",
                DocxFile.Honest.Plus("word/media/image1.png", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]),
                "need.docx"
            );

        [Theory]
        [InlineData("word/media/image1.png", "\u007fELF")]
        [InlineData("word/run.ps1", "Get-Process")]
        public Task A_program_inside(string name, string content) =>
            RefusesAsync("program", DocxFile.Honest.Plus(name, Encoding.Latin1.GetBytes(content)), "need.docx");

        [Theory]
        [InlineData("attachedTemplate", "https://example.org/evil.dotm")]
        [InlineData("attachedTemplate", "file://server/share/evil.dotm")]
        [InlineData("attachedTemplate", "file:////server/share/evil.dotm")]
        [InlineData("attachedTemplate", "file:///%5C%5Cserver%5Cshare%5Cevil.dotm")]
        [InlineData("attachedTemplate", "\\\\server\\share\\evil.dotm")]
        [InlineData("attachedTemplate", "//server/share/evil.dotm")]
        [InlineData("attachedTemplate", "mhtml:https://example.org/evil")]
        [InlineData("image", "file://server/share/picture.png")]
        [InlineData("video", "https://example.org/video")]
        public Task What_is_fetched_from_elsewhere(string kind, string target) =>
            RefusesAsync("elsewhere", DocxFile.Honest.Related(kind, target), "need.docx");

        [Fact]
        public Task What_is_fetched_from_elsewhere_without_saying_that_it_is() =>
            RefusesAsync("elsewhere", DocxFile.Honest.Related("attachedTemplate", "https://example.org/evil.dotm", ""), "need.docx");

        [Fact]
        public Task A_field_that_starts_a_program() =>
            RefusesAsync("field", DocxFile.Of(Field("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\"")), "need.docx");

        [Fact]
        public Task A_field_that_starts_a_program_spread_over_runs() =>
            RefusesAsync(
                "field",
                DocxFile.Of(
                    new Paragraph(
                        new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
                        new Run(new FieldCode(" D")),
                        new Run(new FieldCode("DE c:\\\\x"))
                    )
                ),
                "need.docx"
            );

        [Fact]
        public Task The_EICAR_test_virus_in_a_part() =>
            RefusesAsync("EICAR", DocxFile.Honest.Plus("word/media/image1.png", [.. new byte[70_000], .. TestVirus.Bytes]), "need.docx");

        [Fact]
        public Task The_EICAR_test_virus_in_a_package_in_a_package() =>
            RefusesAsync(
                "EICAR",
                DocxFile.Honest.Plus("word/embeddings/a.xlsx", DocxFile.Workbook().Plus("xl/b.bin", TestVirus.Bytes)),
                "need.docx"
            );

        [Theory]
        [InlineData("../../evil.xml")]
        [InlineData("word/../../evil.xml")]
        [InlineData("/etc/evil.xml")]
        [InlineData("C:/evil.xml")]
        [InlineData("word\\..\\..\\evil.xml")]
        public Task A_name_that_leads_out_of_it(string name) => RefusesAsync("leads out", DocxFile.Honest.Plus(name, [1]), "need.docx");

        [Theory]
        [InlineData("word/a:b.xml", "a colon")]
        [InlineData("word/a\u0007.xml", "a control character")]
        public Task A_name_that_holds_what_none_has(string name, string reason) =>
            RefusesAsync(reason, DocxFile.Honest.Plus(name, [1]), "need.docx");

        [Fact]
        public Task Two_parts_of_one_name() => RefusesAsync("one name", DocxFile.Honest.Plus("WORD/document.xml", [1]), "need.docx");

        [Fact]
        public Task A_PDF_in_a_DOCX() =>
            RefusesAsync("two kinds", Zipped.Of(("%PDF-1.7", PdfFile.Honest), (Types, Encoding.UTF8.GetBytes("<Types/>"))), "need.docx");
    }

    public sealed class Bombs
    {
        [Fact]
        public Task A_part_that_unpacks_to_many_times_its_size() =>
            RefusesAsync("times its size", DocxFile.Honest.Plus("word/a.bin", new byte[10 << 20]), "need.docx");

        [Fact]
        public Task A_part_over_the_limit() =>
            RefusesAsync(
                "has a file that unpacks",
                DocxFile.Honest.Plus("word/a.bin", new byte[200_000]),
                "need.docx",
                Limits(new() { Entry = 100_000 })
            );

        [Fact]
        public Task Parts_over_the_limit_together() =>
            RefusesAsync(
                "unpacks to more",
                DocxFile.Honest.Plus("word/a.bin", new byte[90_000]).Plus("word/b.bin", new byte[90_000]),
                "need.docx",
                Limits(new() { Together = 100_000 })
            );

        [Fact]
        public Task A_small_document_of_parts_that_are_each_within_the_limits() =>
            RefusesAsync(
                "unpacks to more than 21 MiB, the most for a file of its size",
                Tangled("parts that unpack to a thousand times their size").Full(),
                "need.docx"
            );

        [Fact]
        public Task A_small_document_of_packages_of_many_files() =>
            RefusesAsync("files in files", Tangled("packages of many files, many times").Make(60), "need.docx");

        [Fact]
        public Task Parts_of_an_embedded_package_count_as_its_own() =>
            RefusesAsync(
                "unpacks to more",
                DocxFile.Honest.Plus("word/a.xlsx", DocxFile.Workbook().Plus("xl/b.bin", new byte[200_000])),
                "need.docx",
                Limits(new() { Together = 100_000 })
            );

        [Fact]
        public Task Too_many_parts() =>
            RefusesAsync(
                "holds more",
                Zipped.Of([.. Enumerable.Range(0, 2_001).Select(number => ($"word/{number}.xml", Array.Empty<byte>()))]),
                "need.docx"
            );

        [Fact]
        public Task A_table_of_contents_larger_than_any() =>
            RefusesAsync("holds more", DocxFile.Honest.Plus("word/a.bin", [1]), "need.docx", Limits(new() { Directory = 100 }));

        [Fact]
        public Task Packages_in_packages_in_packages() =>
            RefusesAsync(
                "files into files",
                DocxFile.Honest.Plus("a.xlsx", Zipped.Of(("b.zip", Zipped.Of(("c.zip", Zipped.Of(("d.zip", [1]))))))),
                "need.docx"
            );

        private static TangledWord Tangled(string says) => TangledWord.All.Single(kind => kind.Says == says);

        private static InspectionLimits Limits(ZipLimits zip) => new() { Zip = zip };
    }

    public sealed class Found
    {
        [Fact]
        public Task Encrypted_by_Office() => FindsAsync("DOC03", CompoundFile("EncryptedPackage"), "need.docx");

        [Fact]
        public Task Cut_off() => FindsAsync("DOC02", DocxFile.Honest[..^60], "need.docx");

        [Fact]
        public Task With_a_part_packed_in_another_way_than_is_read() =>
            FindsAsync("DOC02", DocxFile.Honest.Packed("word/document.xml", method: 14), "need.docx");

        [Fact]
        public Task Without_its_main_part() =>
            FindsAsync(
                "DOC02",
                Zipped.Of((Types, Encoding.UTF8.GetBytes($"<Types><Default ContentType=\"{Main}\"/></Types>"))),
                "need.docx"
            );

        [Theory]
        [InlineData("<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>")]
        [InlineData("<html/>")]
        [InlineData("<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><d>&b;</d>")]
        [InlineData("<!DOCTYPE d SYSTEM 'file:///etc/passwd'><d/>")]
        [InlineData("not xml")]
        public Task With_a_main_part_that_is_no_document(string content) =>
            FindsAsync("DOC02", DocxFile.Honest.Rewritten("word/document.xml", _ => content), "need.docx");

        [Fact]
        public Task With_elements_in_elements_without_end() =>
            FindsAsync(
                "DOC02",
                DocxFile.Honest.Rewritten("word/document.xml", text =>
                    text.Replace("<w:body>", "<w:body>" + string.Concat(Enumerable.Repeat("<w:p>", 100_000)), StringComparison.Ordinal)
                ),
                "need.docx"
            );

        [Fact]
        public Task Called_a_PDF() => FindsAsync("DOC05", DocxFile.Honest, "need.pdf");

        [Fact]
        public async Task Any_bytes_at_all_come_to_a_verdict()
        {
            var random = new Random(20_180_801);
            for (var round = 0; round < 300; round++)
            {
                byte[] file = [.. DocxFile.Honest];
                for (var change = 0; change <= round % 12; change++)
                {
                    file[random.Next(4, file.Length)] = (byte)random.Next(256);
                }

                Assert.NotNull(await InspectAsync(file, "need.docx"));
            }
        }
    }

    public sealed class No_documents
    {
        [Fact]
        public Task A_workbook_called_a_document() => IsNoDocumentAsync(DocxFile.Workbook(), "need.docx");

        [Fact]
        public Task A_zip_of_anything() => IsNoDocumentAsync(Zipped.Of(("a.txt", [1, 2, 3])), "need.docx");

        [Fact]
        public Task A_picture_called_a_PDF() => IsNoDocumentAsync([0x89, .. "PNG\r\n\u001a\n"u8, .. new byte[50]], "need.pdf");

        [Fact]
        public Task An_old_Word_document() => IsNoDocumentAsync(CompoundFile("WordDocument"), "need.docx");

        [Fact]
        public Task An_encrypted_workbook() => IsNoDocumentAsync(CompoundFile("EncryptedPackage"), "need.xlsx");

        [Fact]
        public Task The_bare_EICAR_test_virus() => IsNoDocumentAsync(TestVirus.Bytes, "need.pdf");

        [Fact]
        public Task A_text() => IsNoDocumentAsync("A plain text."u8.ToArray(), "need.docx");

        [Fact]
        public async Task An_empty_file() =>
            Assert.Equal("The file is empty.", Assert.IsType<Verdict.NotADocument>(await InspectAsync([], "need.pdf")).Detail);
    }

    private static Paragraph Field(string code) => new(new SimpleField { Instruction = code });

    private static byte[] CompoundFile(string stream) =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1000], .. Encoding.Unicode.GetBytes(stream), .. new byte[1000]];
}
