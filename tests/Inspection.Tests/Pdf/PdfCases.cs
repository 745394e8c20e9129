using MicroCred.Tests.Support;
using static MicroCred.Inspection.Tests.Inspecting;

namespace MicroCred.Inspection.Tests.Pdf;

/// <summary>Files from tests/Cases that the product once handled wrongly, each with the right result.</summary>
public sealed class PdfCases
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (var (file, expected) in DocumentCases.Of("pdf-"))
            {
                cases.Add(file, expected);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Each_is_judged_as_it_should_be_without_reading_it_many_times_over(string file, string expected)
    {
        var verdict = await InspectAsync(await DocumentCases.ReadAsync(file), file);
        Assert.Equal(expected == "refuse", expected != "fast" && verdict is not Verdict.Inspected { Findings.Count: 0 });
    }
}
