using System.IO.Compression;
using System.Text;
using MicroCred.Inspection.Tests.Files;
using static MicroCred.Inspection.Tests.Inspecting;

namespace MicroCred.Inspection.Tests.Pdf;

/// <summary>Documents that legitimate programs write in violation of the standard, and that every reader opens without complaint.</summary>
public sealed class InspectingOddPdfs
{
    public sealed class Structure
    {
        [Fact]
        public Task A_stream_without_its_last_block() => HonestAsync([.. PdfFile.Honest, .. Unfinished(4, "/Type /Whatever", "BT ET")]);

        [Fact]
        public Task An_object_stream_without_its_last_block() =>
            HonestAsync([.. PdfFile.Honest, .. Unfinished(4, "/Type /ObjStm /N 1 /First 4", "9 0 << /S /GoTo >>")]);

        [Fact]
        public async Task A_script_in_an_object_stream_without_its_last_block() =>
            await RefusesAsync(
                "script",
                [.. PdfFile.Honest, .. Unfinished(4, "/Type /ObjStm /N 1 /First 4", "9 0 << /S /JavaScript /JS (x) >>")],
                "curriculum.pdf"
            );

        [Theory]
        [InlineData("/Type /XRef /Filter /FlateDecode /Length 9 /W [1 2 1] /DecodeParms 3 0 R")]
        [InlineData("/Type /ObjStm /N 900 /First 5")]
        [InlineData("/Encrypt null")]
        [InlineData("/Encrypt 99 0 R")]
        public Task A_trailer_that_kept_entries_of_the_stream_it_once_was(string entries) =>
            HonestAsync(PdfFile.Of([PdfFile.Catalog, PdfFile.Pages, PdfFile.Page], entries));

        [Theory]
        [InlineData("endobj\n", "endobj")]
        [InlineData("endobj\n", "endobj ")]
        [InlineData(" 0 obj\n", " 0 obj")]
        [InlineData("trailer\n", "trailer")]
        [InlineData("startxref\n", "startxref")]
        public Task Words_that_run_into_what_comes_next(string apart, string together) =>
            HonestAsync(
                PdfFile.Latin(
                    PdfFile.Text(PdfFile.With("<< /Length 2 >>\nstream\nBT\nendstream")).Replace(apart, together, StringComparison.Ordinal)
                )
            );

        [Fact]
        public Task Comments_in_an_object_stream() => HonestAsync(PdfFile.Packed(objects: "% 9 0 obj (\n<< /A 1 >>"));

        [Theory]
        [InlineData("startxref\n", "startxref\n9")]
        [InlineData("startxref\n", "startxref\n-")]
        [InlineData("startxref", "")]
        [InlineData("xref\n0", "xref\n1")]
        [InlineData("xref\n0 4", "xref\n0 400")]
        [InlineData(" 00000 n", " 00000 x")]
        [InlineData("00000000", "00000001")]
        [InlineData("%%EOF", "")]
        public Task A_broken_cross_reference(string sound, string broken) =>
            HonestAsync(PdfFile.Latin(PdfFile.Text(PdfFile.Honest).Replace(sound, broken, StringComparison.Ordinal)));

        [Fact]
        public Task A_broken_cross_reference_in_a_stream() =>
            HonestAsync(PdfFile.Latin(PdfFile.Text(PdfFile.Packed()).Replace("startxref\n", "startxref\n9", StringComparison.Ordinal)));

        [Fact]
        public Task A_cross_reference_in_a_stream_that_cannot_be_unpacked() =>
            HonestAsync(PdfFile.Packed(crossEntries: "/DecodeParms << /Predictor 2 >>"));

        [Fact]
        public Task No_cross_reference_at_all()
        {
            var text = PdfFile.Text(PdfFile.Honest);
            return HonestAsync(PdfFile.Latin($"{text[..text.IndexOf("xref", StringComparison.Ordinal)]}%%EOF"));
        }

        [Fact]
        public Task Lines_that_end_otherwise_after_mail_or_a_repository_changed_them() =>
            HonestAsync(
                PdfFile.Latin(
                    PdfFile.Text(PdfFile.With("<< /Length 5 >>\nstream\nBT\nET\nendstream")).Replace("\n", "\r\n", StringComparison.Ordinal)
                )
            );

        [Fact]
        public Task A_title_with_one_bracket_too_many() =>
            HonestAsync(PdfFile.With("<< /Title (a :-( b) >>", "<< /Length 2 >>\nstream\nBT\nendstream"));

        private static byte[] Unfinished(int number, string entries, string text)
        {
            var packed = new MemoryStream();
            using var zlib = new ZLibStream(packed, CompressionLevel.Optimal);
            zlib.Write(Encoding.Latin1.GetBytes(text));
            zlib.Flush();
            return
            [
                .. PdfFile.Latin($"{number} 0 obj\n<< {entries} /Filter /FlateDecode /Length {packed.Length} >>\nstream\n"),
                .. packed.ToArray(),
                .. PdfFile.Latin("\nendstream\nendobj\n"),
            ];
        }
    }

    public sealed class Names
    {
        [Theory]
        [InlineData(
            "/Dests << /JavaScript [3 0 R /Fit] /EmbeddedFiles [3 0 R /Fit] /XFA [3 0 R /Fit] /AA [3 0 R /Fit] /OpenAction [3 0 R /Fit] >>"
        )]
        [InlineData("/Dests << /JavaScript << /D [3 0 R /Fit] >> /AA << /D [3 0 R /Fit] >> /Ref << /D [3 0 R /Fit] >> >>")]
        [InlineData("/Names << /Dests << /Names [(JavaScript) [3 0 R /Fit] (EmbeddedFiles) [3 0 R /Fit]] >> >>")]
        [InlineData("/Names << /JavaScript << /Names [] >> /EmbeddedFiles << /Kids [] >> >>")]
        [InlineData("/Names << /JavaScript 4 0 R /EmbeddedFiles null >>")]
        [InlineData("/AcroForm << /Fields [] /XFA null >>")]
        [InlineData("/AcroForm << /Fields [] /XFA [] >>")]
        public Task Places_that_are_called_as_something_active_and_lists_with_nothing_in_them(string entries) =>
            HonestAsync(PdfFile.WithCatalog(entries, "<< /Names [] >>"));

        [Theory]
        [InlineData(
            "/Font << /JavaScript 5 0 R /AA 5 0 R /XFA 5 0 R /EF 5 0 R /F 5 0 R /Ref 5 0 R /OpenAction 5 0 R /EmbeddedFiles 5 0 R >>"
        )]
        [InlineData("/ExtGState << /AA << /Type /ExtGState /CA 1 >> /EF << /CA 1 >> /F << /CA 1 >> >>")]
        [InlineData("/Properties << /JavaScript << /Type /OCG >> /AA << /Type /OCG >> /OPI << /Type /OCG >> >>")]
        public Task Fonts_and_other_resources_that_are_called_so(string resources) =>
            HonestAsync(
                PdfFile.Of([
                    PdfFile.Catalog,
                    PdfFile.Pages,
                    $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << {resources} >> >>",
                    "<< >>",
                    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 0 >>",
                ])
            );

        [Theory]
        [InlineData("/AA << >>")]
        [InlineData("/AA 4 0 R")]
        [InlineData("/AA 99 0 R")]
        [InlineData("/AA null")]
        [InlineData("/AA << /O << >> /C null /WC 4 0 R >>")]
        [InlineData("/AA << /O << /S /GoTo /D [3 0 R /Fit] >> >>")]
        [InlineData("/AA << /O << /S /Hide /T (a) >> >>")]
        [InlineData("/OpenAction << >>")]
        [InlineData("/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next [4 0 R] >>")]
        [InlineData("/OpenAction << /D [3 0 R /Fit] >>")]
        [InlineData("/OpenAction << /S /Named /N /Print >>")]
        [InlineData("/OpenAction << /S /Thread /D 0 >>")]
        public Task Actions_with_nothing_in_them_or_that_stay_in_the_document(string entries) =>
            HonestAsync(PdfFile.WithCatalog(entries, "<< >>"));
    }

    public sealed class Texts
    {
        private const string Action = "9 0 obj << /S /JavaScript /JS (x) >> endobj";

        [Fact]
        public Task In_a_page() => HonestAsync(PdfFile.With($"<< /Length {Action.Length} >>\nstream\n{Action}\nendstream"));

        [Fact]
        public Task In_a_page_whose_length_comes_later() =>
            HonestAsync(PdfFile.With($"<< /Length 5 0 R >>\nstream\n{Action}\nendstream", $"{Action.Length}"));

        [Fact]
        public Task In_a_string_and_a_comment() => HonestAsync(PdfFile.With($"<< /Title ({Action}) >>", $"% {Action}\n<< >>"));

        [Fact]
        public Task But_not_where_the_cross_reference_leads_there()
        {
            var text = PdfFile.Text(PdfFile.With($"<< /Length {Action.Length} >>\nstream\n{Action}\nendstream", "<< >>"));
            var fifth = $"{text.IndexOf("5 0 obj", StringComparison.Ordinal):D10}";
            return RefusesAsync(
                "script",
                PdfFile.Latin(text.Replace(fifth, $"{text.IndexOf("9 0 obj", StringComparison.Ordinal):D10}", StringComparison.Ordinal)),
                "curriculum.pdf"
            );
        }

        [Theory]
        [InlineData("startxref\n", "startxref\n9")]
        [InlineData("/Type /Page ", "/Type /Pag ")]
        public Task Nor_where_readers_look_for_objects_themselves(string sound, string broken) =>
            RefusesAsync(
                "script",
                PdfFile.Latin(
                    PdfFile
                        .Text(PdfFile.With($"<< /Length {Action.Length} >>\nstream\n{Action}\nendstream"))
                        .Replace(sound, broken, StringComparison.Ordinal)
                ),
                "curriculum.pdf"
            );
    }

    private static Task HonestAsync(byte[] file) => AcceptsAsync(DocumentTypes.Pdf, file, "curriculum.pdf");
}
