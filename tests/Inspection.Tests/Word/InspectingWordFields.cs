using System.Text;
using MicroCred.Inspection.Tests.Files;
using static MicroCred.Inspection.Tests.Files.BareDocx;
using static MicroCred.Inspection.Tests.Inspecting;

namespace MicroCred.Inspection.Tests.Word;

public sealed class InspectingWordFields
{
    private const string Run = "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\"";

    public sealed class That_start_a_program
    {
        [Theory]
        [InlineData(Run)]
        [InlineData("  dde c:\\\\x a")]
        [InlineData("DDE\"c:\\\\x\"")]
        [InlineData("DDE“c:\\\\x”")]
        [InlineData("DDE&#9;c:\\\\x")]
        [InlineData("DDE&#xA;c:\\\\x")]
        [InlineData("DDE&#xA0;c:\\\\x")]
        [InlineData("&#68;&#x44;E c:\\\\x")]
        [InlineData("DDE")]
        [InlineData("DDEAUTOc:\\\\x")]
        [InlineData("D<!-- -->DE c:\\\\x")]
        [InlineData("D<![CDATA[DE c:\\\\x]]>")]
        [InlineData("<![CDATA[D]]><![CDATA[DE c:\\\\x]]>")]
        [InlineData("D<?word x?>DE c:\\\\x")]
        [InlineData("D<x:n>X</x:n>DE c:\\\\x")]
        public Task However_they_are_written(string instruction) => RefusedAsync(Field(instruction));

        [Theory]
        [InlineData("D", "DE c:\\\\x")]
        [InlineData(" ", "DDE c:\\\\x")]
        [InlineData("DDE", " c:\\\\x")]
        public Task However_they_are_split(string first, string second) =>
            RefusedAsync(Between($"{Instruction(first)}{Instruction(second)}"));

        [Theory]
        [InlineData("w:tab")]
        [InlineData("w:noBreakHyphen")]
        [InlineData("w:br")]
        [InlineData("w:cr")]
        public Task Whatever_follows_the_word(string element) =>
            RefusedAsync(Between($"{Instruction("DDE")}<w:r><{element}/></w:r>{Instruction("c:\\\\x")}"));

        [Fact]
        public Task As_one_element() =>
            RefusedAsync("""<w:p><w:fldSimple w:instr="DDE c:\\x y"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>""");

        [Fact]
        public Task After_a_field_within() =>
            RefusedAsync(Between($"{Mark("begin")}{Instruction(" SET a \"b\" ")}{Mark("end")}{Instruction(Run)}"));

        [Fact]
        public Task Within_a_field() =>
            RefusedAsync(Between($"{Instruction("IF 1 = 1 \"")}{Mark("begin")}{Instruction(Run)}{Mark("end")}{Instruction("\"")}"));

        [Fact]
        public Task In_a_fields_result() => RefusedAsync(Between($"{Instruction("PAGE")}{Mark("separate")}{Field(Run)}"));

        [Fact]
        public Task With_results_of_others_in_the_word() =>
            RefusedAsync(
                Between(
                    $"{Mark("begin")}{Instruction("REF a")}{Mark("separate")}"
                        + $"<w:r><w:t>DD</w:t></w:r>{Mark("end")}{Instruction("E c:\\\\x")}"
                )
            );

        [Fact]
        public Task With_a_word_made_of_numbers() =>
            RefusedAsync(Between($"{Mark("begin")}{Instruction("QUOTE 68 68 69")}{Mark("end")}{Instruction(" c:\\\\x")}"));

        [Fact]
        public Task With_a_word_that_was_set() =>
            RefusedAsync(Field("SET a \"DDE\"") + Between($"{Mark("begin")}{Instruction("REF a")}{Mark("end")}{Instruction(" c:\\\\x")}"));

        [Fact]
        public Task Left_open() => RefusedAsync($"<w:p>{Mark("begin")}{Instruction(Run)}</w:p>");

        [Fact]
        public Task In_deleted_text() =>
            RefusedAsync($"<w:p><w:del>{Mark("begin")}<w:r><w:delInstrText>{Run}</w:delInstrText></w:r>{Mark("end")}</w:del></w:p>");

        [Theory]
        [InlineData("del", "delInstrText")]
        [InlineData("ins", "instrText")]
        [InlineData("moveFrom", "delInstrText")]
        public Task With_changes_between_the_letters(string change, string text) =>
            RefusedAsync(
                Between($"{Instruction("D")}<w:{change}><w:r><w:{text}>X</w:{text}></w:r></w:{change}>{Instruction("DE c:\\\\x")}")
            );

        [Theory]
        [InlineData("w14", "D", "X")]
        [InlineData("x", "X", "D")]
        public Task With_alternatives_between_the_letters(string requires, string choice, string fallback) =>
            RefusedAsync(
                Between(
                    $"""<mc:AlternateContent><mc:Choice Requires="{requires}">{Instruction(choice)}</mc:Choice>"""
                        + $"""<mc:Fallback>{Instruction(fallback)}</mc:Fallback></mc:AlternateContent>{Instruction("DE c:\\\\x")}"""
                )
            );

        [Fact]
        public Task In_a_text_box() => RefusedAsync($"<w:p><w:r><w:pict><w:txbxContent>{Field(Run)}</w:txbxContent></w:pict></w:r></w:p>");

        [Fact]
        public Task With_a_text_box_between_the_letters() =>
            RefusedAsync(
                Between(
                    $"{Instruction("D")}<w:r><w:pict><w:txbxContent>"
                        + $"<w:p>{Instruction("X")}{Mark("end")}</w:p></w:txbxContent></w:pict></w:r>{Instruction("DE c:\\\\x")}"
                )
            );

        [Fact]
        public Task With_what_Office_passes_over_between_the_letters() =>
            RefusedAsync(Between($"{Instruction("D")}<x:a>{Instruction("X")}</x:a>{Instruction("DE c:\\\\x")}"));

        private static Task RefusedAsync(string body) => RefusesAsync("starts another program", Of(body), "need.docx");
    }

    public sealed class Wherever_they_lie
    {
        [Theory]
        [InlineData("document.xml")]
        [InlineData("d/document.xml")]
        [InlineData("word/document.bin")]
        public Task In_a_main_part_of_another_name(string main) =>
            RefusesAsync("starts another program", Of(Field(Run), main), "need.docx");

        [Theory]
        [InlineData("word/header1.xml", "hdr")]
        [InlineData("x/footer.dat", "ftr")]
        [InlineData("footnotes", "footnotes")]
        [InlineData("word/endnotes.xml", "endnotes")]
        [InlineData("word/comments.xml", "comments")]
        [InlineData("word/glossary/document.xml", "glossaryDocument")]
        [InlineData("settings.png", "settings")]
        public Task In_any_part(string name, string root) =>
            RefusesAsync("starts another program", WithPart(name, root, Field(Run)), "need.docx");

        [Fact]
        public Task Under_another_prefix() =>
            RefusesAsync(
                "starts another program",
                Of(
                    """<a:p><a:r><a:fldChar a:fldCharType="begin"/></a:r><a:r><a:instrText>DDE c:\\x</a:instrText></a:r></a:p>""",
                    prefix: "a"
                ),
                "need.docx"
            );

        [Fact]
        public Task In_the_strict_edition() => RefusesAsync("starts another program", Of(Field(Run), space: StrictWord), "need.docx");

        [Theory]
        [InlineData("utf-16")]
        [InlineData("utf-16BE")]
        [InlineData("utf-32")]
        public Task In_another_encoding(string name) =>
            RefusesAsync("starts another program", Of(Field(Run), encoding: Encoding.GetEncoding(name)), "need.docx");

        [Fact]
        public Task In_a_document_inside() =>
            RefusesAsync("starts another program", Of("<w:p/>").Plus("word/embeddings/a.docx", Of(Field(Run))), "need.docx");

        [Theory]
        [InlineData("ddeLink")]
        [InlineData("oleLink")]
        public Task As_a_link_of_a_workbook_inside(string element)
        {
            var link = Utf8(
                """<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"""
                    + $"""<{element} ddeService="cmd" ddeTopic="/c calc"/></externalLink>"""
            );
            return RefusesAsync(
                "DDE",
                Of("<w:p/>").Plus("word/embeddings/a.xlsx", DocxFile.Workbook().Plus("xl/externalLinks/externalLink1.xml", link)),
                "need.docx"
            );
        }
    }

    public sealed class That_fetch
    {
        [Theory]
        [InlineData("INCLUDEPICTURE \"\\\\\\\\198.51.100.7\\\\s\\\\x.png\" \\d", "\\\\198.51.100.7\\s\\x.png")]
        [InlineData("INCLUDEPICTURE \"\\\\198.51.100.7\\s\\x.png\" \\d", "198.51.100.7")]
        [InlineData("INCLUDEPICTURE \\d \\\\\\\\server\\\\x.png", "\\\\server\\x.png")]
        [InlineData("INCLUDEPICTURE “https://example.org/x.png” \\* MERGEFORMATINET", "https://example.org/x.png")]
        [InlineData("includetext \"file://server/share/a.docx\"", "file://server/share/a.docx")]
        [InlineData("INCLUDETEXT //server/share/a.docx", "//server/share/a.docx")]
        [InlineData("IMPORT \"file:////server/x.png\"", "file:////server/x.png")]
        [InlineData("LINK Excel.Sheet.12 \"\\\\\\\\server\\\\a.xlsx\" \"Sheet1!R1C1\" \\a", "\\\\server\\a.xlsx")]
        [InlineData("LINK htmlfile https://example.org/", "https://example.org/")]
        [InlineData("INCLUDE\"http:\\\\example.org\"", "http:\\example.org")]
        public Task From_another_machine(string instruction, string address) => RefusesAsync(address, Of(Field(instruction)), "need.docx");

        [Fact]
        public Task By_an_address_that_a_field_makes() =>
            RefusesAsync(
                "elsewhere",
                Of(
                    Field("SET a \"https://example.org/x\"")
                        + Between(
                            $"{Instruction("INCLUDEPICTURE \"")}{Mark("begin")}{Instruction("REF a")}{Mark("end")}{Instruction("\"")}"
                        )
                ),
                "need.docx"
            );

        [Theory]
        [InlineData("INCLUDEPICTURE \"C:\\\\Users\\\\aroha\\\\x.png\" \\d")]
        [InlineData("INCLUDEPICTURE \"pictures/x.png\" \\* MERGEFORMAT")]
        [InlineData("INCLUDEPICTURE \"file:///Users/aroha/x.png\"")]
        [InlineData("INCLUDETEXT \"/Users/aroha/a.docx\" bookmark")]
        [InlineData("LINK Excel.Sheet.12 \"C:\\\\Users\\\\aroha\\\\a.xlsx\" \"Sheet1!R1C1:R5C6\" \\a \\f 5 \\h")]
        public Task From_the_authors_own_machine_they_are_accepted(string instruction) => AcceptedAsync(Field(instruction, "x"));
    }

    public sealed class Accepted_ones
    {
        [Theory]
        [InlineData(" PAGE ")]
        [InlineData(" XE \"DDE, what it was\" ")]
        [InlineData(" REF DDE_overview \\h ")]
        [InlineData(" DDE_overview ")]
        [InlineData(" HYPERLINK \"https://example.org/\" \\o \"DDE\" ")]
        [InlineData(" HYPERLINK \"\\\\\\\\server\\\\share\" ")]
        [InlineData(" TOC \\o \"1-3\" \\h \\z \\u ")]
        [InlineData(" ADDIN ZOTERO_ITEM CSL_CITATION {\"uri\":[\"http://zotero.org/users/1\"]} ")]
        [InlineData(" = SUM(ABOVE) \\# \"0.00\" ")]
        [InlineData(" MACROBUTTON NoMacro [Click here] ")]
        [InlineData(" LINKED ")]
        public Task Are_everyday(string instruction) => AcceptedAsync(Field(instruction, "DDE c:\\x"));

        [Fact]
        public Task Speak_of_DDE_in_their_text() => AcceptedAsync("<w:p><w:r><w:t>DDEAUTO is a field of Word's.</w:t></w:r></w:p>");

        [Fact]
        public Task Hold_letters_that_others_make() =>
            AcceptedAsync(
                Between($"{Instruction("IF ")}{Mark("begin")}{Instruction("QUOTE 68")}{Mark("end")}{Instruction(" = \"D\" \"DDE\" \"\"")}")
            );
    }

    private static string Instruction(string text) => $"""<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>""";

    private static Task AcceptedAsync(string body) => AcceptsAsync(MicroCred.Inspection.DocumentTypes.Docx, Of(body), "need.docx");
}
