using MicroCred.Inspection.Tests.Files;

namespace MicroCred.Inspection.Tests.Word;

/// <summary>How much of a Word document is read, however expensive it is made. tests/Benchmarks measures how long it takes.</summary>
public sealed class TangledWordDocuments
{
    private const int Size = 100;

    public static TheoryData<string> Kinds => [.. TangledWord.All.Select(kind => kind.Says)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Are_read_no_more_than_a_few_times_over(string kind)
    {
        var bytes = TangledWord.All.Single(known => known.Says == kind).Make(Size);
        var file = new CountedReading(new MemoryStream(bytes, writable: false));

        Assert.NotNull(await new DocumentInspector(InspectionLimits.Default).InspectAsync(file, "need.docx", null, CancellationToken.None));

        Assert.InRange(file.BytesRead, 1, (4L * bytes.Length) + (1 << 20));
    }
}
