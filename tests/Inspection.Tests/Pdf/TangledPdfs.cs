using System.Globalization;
using MicroCred.Inspection.Tests.Files;
using static MicroCred.Inspection.Tests.Inspecting;

namespace MicroCred.Inspection.Tests.Pdf;

/// <summary>
/// Files made to be read repeatedly. Wherever a test inspects a file, it asserts that no file is read more than a few times over;
/// tests/Benchmarks measures how long it takes.
/// </summary>
public sealed class TangledPdfs
{
    private const int Size = 300_000;

    [Theory]
    [InlineData("1 0 obj (")]
    [InlineData("1 0 obj ((((1 0 obj ")]
    [InlineData("1 0 obj [")]
    [InlineData("1 0 obj <<")]
    [InlineData("1 0 obj <4")]
    [InlineData("1 0 obj ")]
    [InlineData("0obj")]
    [InlineData("[")]
    [InlineData("(")]
    [InlineData("1 0 obj<<>>stream\n")]
    [InlineData("1 0 obj<</Length 9>>stream\n")]
    [InlineData("1 0 obj<</Length 150000>>stream\n")]
    [InlineData("1 0 obj<</Filter/FlateDecode>>stream\nx\u009cabcd")]
    [InlineData("1 0 obj<</Filter/FlateDecode>>stream\nx\u009cabcd\nendstream\n")]
    [InlineData("1 0 obj<</N 1/First 1/Filter/FlateDecode>>stream\nx\u009cabcd\nendstream\n")]
    [InlineData("startxref 5 ")]
    [InlineData("xref\n0 9\n")]
    [InlineData("xref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R/Prev 9>>\n")]
    [InlineData("trailer<<")]
    [InlineData("9 0 obj 9 0 R endobj ")]
    [InlineData("9 0 obj<</S/GoTo/Next 9 0 R/AA 9 0 R/OpenAction 9 0 R>>endobj\n")]
    [InlineData("% 1 0 obj (\n")]
    public async Task The_same_over_and_over(string text)
    {
        var many = string.Concat(Enumerable.Repeat(text, Size / text.Length));
        var honest = PdfFile.Text(PdfFile.Honest);
        await InspectAsync(PdfFile.Latin(honest.Replace("xref\n0", $"{many}xref\n0", StringComparison.Ordinal)), "curriculum.pdf");
        await InspectAsync([.. PdfFile.Honest, .. PdfFile.Latin(many)], "curriculum.pdf");
    }

    [Fact]
    public Task A_string_around_many_objects() =>
        FindsAsync("DOC02", PdfFile.With($"({string.Concat(Enumerable.Repeat("5 0 obj (\n", Size / 10))}"), "curriculum.pdf");

    [Fact]
    public Task Tables_that_lead_to_each_other_in_a_ring() =>
        AcceptsAsync(MicroCred.Inspection.DocumentTypes.Pdf, [.. PdfFile.Honest, .. PdfFile.Latin(Tables(1000))], "curriculum.pdf");

    [Fact]
    public Task More_objects_than_are_followed() =>
        FindsAsync("DOC02", PdfFile.With([.. Enumerable.Repeat("1", 2_000)]), "curriculum.pdf", limits: new() { PdfObjects = 1_000 });

    [Fact]
    public Task More_values_than_are_kept() =>
        FindsAsync(
            "DOC02",
            PdfFile.With([.. Enumerable.Repeat("<< /Kids [() () ()] >>", 500)]),
            "curriculum.pdf",
            limits: new() { PdfValues = 1_000 }
        );

    [Fact]
    public Task An_object_stream_whose_objects_all_begin_at_one_place()
    {
        var list = string.Concat(Enumerable.Range(10, 2_000).Select(number => $"{number} 0 ")).PadRight(20_000);
        var stream = PdfFile.Stream(4, "/Type /ObjStm /N 2000 /First 20000", PdfFile.Latin($"{list}{new string('(', 100_000)}"));
        return FindsAsync("DOC02", [.. PdfFile.Honest, .. stream], "curriculum.pdf");
    }

    private static string Tables(int count)
    {
        var at = PdfFile.Honest.Length;
        return string.Concat(
            Enumerable
                .Range(0, count)
                .Select(number =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R /Prev {at + (number * 7)} >>\n"
                    )
                )
        );
    }
}
