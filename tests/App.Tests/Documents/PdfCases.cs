using MicroCred.App.Submission.Documents;
using MicroCred.Tests.Support;
using static MicroCred.App.Tests.Documents.Inspecting;

namespace MicroCred.App.Tests.Documents;

/// <summary>Files on which the product once did the wrong thing, each with what is right for it, from tests/Cases.</summary>
public sealed class PdfCases
{
    private const string Folder = "tests/Cases/documents";

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (var line in Repository.Read($"{Folder}/expected.csv").Split('\n').Where(line => line.StartsWith("pdf-", StringComparison.Ordinal)))
                cases.Add(line.Split(',')[0], line.Split(',')[1]);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Each_is_judged_as_it_should_be_without_reading_it_many_times_over(string file, string expected)
    {
        var verdict = await Inspect(await File.ReadAllBytesAsync(Repository.Path($"{Folder}/{file}")), file);
        Assert.Equal(expected == "refuse", expected != "fast" && verdict is not Verdict.Inspected { Findings.Count: 0 });
    }
}
