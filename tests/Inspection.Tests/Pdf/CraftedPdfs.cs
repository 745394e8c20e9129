using MicroCred.Inspection.Tests.Files;
using static MicroCred.Inspection.Tests.Inspecting;

namespace MicroCred.Inspection.Tests.Pdf;

/// <summary>
/// Files made to crash their reader. Each chain ends a process that opens it with PdfPig 0.1.16, by a stack overflow that can't be caught;
/// each declared size makes it allocate gigabytes.
/// </summary>
public sealed class CraftedPdfs
{
    private const int Many = 60_000;

    [Fact]
    public Task Pages_under_pages_without_end() =>
        FindsAsync(
            "DOC02",
            PdfFile.Of([PdfFile.Catalog, .. Chain(2, below => $"<< /Type /Pages /Kids [{below} 0 R] /Count 1 >>"), PdfFile.Page]),
            "curriculum.pdf"
        );

    [Fact]
    public Task Names_under_names_without_end() =>
        FindsAsync(
            "DOC02",
            PdfFile.WithCatalog(
                "/Names << /Dests 4 0 R >>",
                [.. Chain(4, below => $"<< /Kids [{below} 0 R] >>"), "<< /Names [(a) [3 0 R /Fit]] >>"]
            ),
            "curriculum.pdf"
        );

    [Fact]
    public Task Kids_listed_elsewhere() =>
        FindsAsync(
            "DOC02",
            PdfFile.Of([
                PdfFile.Catalog,
                .. Chain(2, below => below % 2 == 1 ? $"<< /Type /Pages /Kids {below} 0 R /Count 1 >>" : $"[{below} 0 R]"),
                PdfFile.Page,
            ]),
            "curriculum.pdf"
        );

    [Fact]
    public Task Lengths_that_are_streams_whose_lengths_are_streams() =>
        FindsAsync(
            "DOC02",
            PdfFile.Of([
                "<< /Type /Catalog /Pages 4 0 R >>",
                PdfFile.Pages,
                PdfFile.Page,
                .. Chain(4, below => $"<< /Length {below} 0 R >>\nstream\nx\nendstream"),
                "3",
            ]),
            "curriculum.pdf"
        );

    [Fact]
    public Task Pages_that_are_their_own_kids() =>
        FindsAsync(
            "DOC02",
            PdfFile.Of([PdfFile.Catalog, "<< /Type /Pages /Kids [3 0 R] >>", "<< /Type /Pages /Kids [2 0 R] >>"]),
            "curriculum.pdf"
        );

    [Fact]
    public Task Names_that_lead_to_each_other_in_more_ways_than_can_be_counted() =>
        FindsAsync(
            "DOC02",
            PdfFile.WithCatalog(
                "/Names << /Dests 4 0 R >>",
                [.. Chain(4, below => $"<< /Kids [{below} 0 R {below} 0 R] >>", 60), "<< /Names [(a) [3 0 R /Fit]] >>"]
            ),
            "curriculum.pdf"
        );

    [Fact]
    public Task Pages_in_a_ring_so_wide_that_the_parser_forgets_where_it_was()
    {
        var fillers = string.Concat(Enumerable.Range(4, 1_100).Select(number => $"{number} 0 R "));
        return FindsAsync(
            "DOC02",
            PdfFile.Of([
                PdfFile.Catalog,
                $"<< /Type /Pages /Kids [{fillers} 3 0 R] >>",
                $"<< /Type /Pages /Kids [{fillers} 2 0 R] >>",
                .. Enumerable.Repeat("<< /Type /Other >>", 1_100),
            ]),
            "curriculum.pdf"
        );
    }

    [Fact]
    public Task A_ring_of_pages_behind_half_an_objects_number()
    {
        // A reader of the whole number sees object 13; the table points one byte further, at "3 0 obj".
        var file = PdfFile.Text(PdfFile.Of([PdfFile.Catalog, "<< /Type /Pages /Kids [3 0 R] >>", "<< /Type /Pages /Kids [2 0 R] >>"]));
        var at = file.IndexOf("3 0 obj", StringComparison.Ordinal);
        file = file.Insert(at, "1").Replace($"{at:D10}", $"{at + 1:D10}", StringComparison.Ordinal);
        var table = file.IndexOf("xref", StringComparison.Ordinal);
        return FindsAsync(
            "DOC02",
            PdfFile.Latin(file.Replace($"startxref\n{table - 1}", $"startxref\n{table}", StringComparison.Ordinal)),
            "curriculum.pdf"
        );
    }

    [Theory]
    [InlineData("null << /Type /Pages /Kids [2 0 R] >>")]
    [InlineData("xobj << /Type /Pages /Kids [2 0 R] >>")]
    [InlineData("<< /Length 1 >>\nstream\nx\nendstream << /Type /Pages /Kids [2 0 R] >>")]
    public Task Kids_behind_another_value(string values) =>
        FindsAsync("DOC02", PdfFile.Of([PdfFile.Catalog, "<< /Type /Pages /Kids [3 0 R] >>", values]), "curriculum.pdf");

    [Theory]
    [InlineData("3 %\n0 obj")]
    [InlineData("3.0 0 obj")]
    [InlineData("3 0. obj")]
    [InlineData("3 0 %\nobj")]
    [InlineData("3                                                  0 obj")]
    public Task Kids_whose_parent_has_its_number_in_an_odd_place(string header) =>
        FindsAsync(
            "DOC02",
            PdfFile.Latin(
                PdfFile
                    .Text(PdfFile.Of([PdfFile.Catalog, "<< /Type /Pages /Kids [3 0 R] >>", "<< /Type /Pages /Kids [2 0 R] >>"]))
                    .Replace("3 0 obj", header, StringComparison.Ordinal)
            ),
            "curriculum.pdf"
        );

    [Theory]
    [InlineData("/Size 2147483000")]
    [InlineData("/Size 6 /Index [0 2147483000]")]
    [InlineData("/Size 6 /Index [0 900000 1 900000]")]
    [InlineData("/Size 6 /DecodeParms << /Predictor 12 /Columns 2147483000 >>")]
    [InlineData("/Size 6 /DecodeParms 3 0 R")]
    public Task A_cross_reference_that_announces_more_than_there_is(string entries) =>
        FindsAsync("DOC02", PdfFile.Packed(crossEntries: entries), "curriculum.pdf");

    [Theory]
    [InlineData(2_147_483_000)]
    [InlineData(500_000)]
    public Task An_object_stream_that_announces_more_than_it_lists(int announced) =>
        FindsAsync("DOC02", PdfFile.Packed(announced: announced), "curriculum.pdf");

    [Theory]
    [InlineData("/Filter [/ASCIIHexDecode /FlateDecode]")]
    [InlineData("/Filter 9 0 R")]
    [InlineData("/DecodeParms << /Predictor 12 >>")]
    public Task Structure_packed_in_a_way_that_cannot_be_followed(string entries) =>
        FindsAsync("DOC02", WithObjectStream(entries), "curriculum.pdf");

    [Theory]
    [InlineData('[', ']')]
    [InlineData('(', ')')]
    [InlineData('<', '>')]
    public async Task Brackets_in_brackets_without_end(char open, char close)
    {
        var nested = string.Concat(new string(open, 2 * Many), new string(close, 2 * Many));
        var verdict = await InspectAsync(PdfFile.With(nested), "curriculum.pdf");
        Assert.IsType<MicroCred.Inspection.Verdict.Inspected>(verdict);
    }

    [Theory]
    [InlineData("<< /A endobj /S /URI /URI (http://198.51.100.7/) >>")]
    [InlineData("<< /A 9 0 obj /S /URI /URI (http://198.51.100.7/) >>")]
    [InlineData("<< /A xref /S /URI /URI (http://198.51.100.7/) >>")]
    public Task An_object_that_ends_within_its_brackets_to_some_readers(string action) =>
        FindsAsync("DOC02", PdfFile.WithCatalog("/OpenAction 4 0 R", action), "curriculum.pdf");

    [Fact]
    public Task An_action_with_the_word_stream_in_it() =>
        RefusesAsync(
            "address",
            PdfFile.WithCatalog("/OpenAction 4 0 R", "<< /A stream /S /URI /URI (http://198.51.100.7/) >>"),
            "curriculum.pdf"
        );

    [Fact]
    public Task A_parser_kept_busy_past_the_time_limit() =>
        FindsAsync(
            "DOC02",
            PdfFile.With([.. Enumerable.Repeat("<< /A [ 1 2 3 ] >>", Many)]),
            "curriculum.pdf",
            limits: new() { Time = TimeSpan.Zero }
        );

    [Fact]
    public async Task Any_bytes_at_all_come_to_a_verdict()
    {
        var random = new Random(20_180_801);
        for (var round = 0; round < 300; round++)
        {
            byte[] file = round % 2 == 0 ? [.. PdfFile.Honest] : [.. PdfFile.Packed()];
            for (var change = 0; change <= round % 12; change++)
            {
                file[random.Next(9, file.Length)] = (byte)random.Next(256);
            }

            Assert.IsNotType<MicroCred.Inspection.Verdict.NotADocument>(await InspectAsync(file, "curriculum.pdf"));
        }
    }

    private static IEnumerable<string> Chain(int first, Func<int, string> link, int links = Many) =>
        Enumerable.Range(first, links).Select(number => link(number + 1));

    private static byte[] WithObjectStream(string entries) =>
        [
            .. PdfFile.Honest,
            .. PdfFile.Latin(
                $"4 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Length 12 {entries} >>\nstream\n9 0 << /A 1 >>\nendstream\nendobj\n"
            ),
        ];
}
