using MicroCred.Inspection.Tests.Files;
using static MicroCred.Inspection.Tests.Inspecting;

namespace MicroCred.Inspection.Tests.Pdf;

/// <summary>How a refusal names a PDF's attached files.</summary>
public sealed class InspectingAttachments
{
    [Theory]
    [InlineData("/F (budget.xlsx)", "“budget.xlsx”")]
    [InlineData("/F (old.xls) /UF <FEFF0062007500640067006500740020014D002E0078006C00730078>", "“budget ō.xlsx”")]
    [InlineData("/UF 5 0 R", "“elsewhere.txt”")]
    [InlineData("/UF <FEFF202E0066006400700000002E006500780065>", "“fdp.exe”")]
    [InlineData("/Type /Filespec", "other files attached inside")]
    public Task By_the_name_that_their_specification_gives(string name, string reason) =>
        RefusesAsync(
            reason,
            PdfFile.With(
                $"<< {name} /EF << /F 6 0 R >> >>",
                "(elsewhere.txt)",
                "<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream"
            ),
            "curriculum.pdf"
        );

    [Fact]
    public Task And_no_longer_than_a_line() =>
        RefusesAsync($"“{new string('a', 100)}…”", PdfFile.With($"<< /F ({new string('a', 400)}) /EF << /F 3 0 R >> >>"), "curriculum.pdf");
}
