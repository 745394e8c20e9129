using System.Globalization;
using System.Xml;
using MicroCred.App.Submission.Documents;
using MicroCred.Tests.Support;
using Xunit.Abstractions;

namespace MicroCred.App.Tests.Documents;

/// <summary>
/// The cases with bytes changed, cut out, moved and repeated. The seed is printed; the environment variable FUZZ_SEED sets it, and FUZZ_ROUNDS
/// how many are made of each.
/// </summary>
public sealed class FuzzedDocuments(ITestOutputHelper output)
{
    private const int Largest = 64 << 10;

    private static readonly InspectionLimits Limits = new() { PdfObjects = 5_000, PdfValues = 10_000 };

    [Fact]
    public void Whatever_bytes_come_the_inspection_ends_in_a_verdict_of_its_own()
    {
        var seed = Setting("FUZZ_SEED", Environment.TickCount);
        output.WriteLine($"FUZZ_SEED={seed}");
        var mutation = new Mutation(new Random(seed));
        byte[][] files = [.. Directory.GetFiles(DocumentCases.Folder).Where(IsSmallDocument).Order().Select(File.ReadAllBytes)];
        for (var round = Setting("FUZZ_ROUNDS", 150); round > 0; round--)
        {
            foreach (var file in files)
                Inspect(mutation.Of(file, files), seed);
        }
    }

    private static bool IsSmallDocument(string path) =>
        Path.GetExtension(path) is ".pdf" or ".docx" or ".zip" && new FileInfo(path).Length <= Largest;

    private static void Inspect(byte[] file, int seed)
    {
        var content = new BoundedStream(new MemoryStream(file, writable: false), Limits.ReadingOf(file.Length));
        var kind = ContentKinds.Of(content);
        var survey = kind == ContentKind.Pdf ? new PdfSurvey(content, Limits) : null;
        try
        {
            new Inspection(Limits, new DocumentClaim("document", DocumentTypes.Docx), kind).Of(content);
            survey?.Take();
        }
        catch (Exception fault) when (IsVerdict(fault, kind))
        {
            Assert.InRange(survey?.Contents.Objects.Count ?? 0, 0, Limits.PdfObjects);
        }
        catch (Exception fault)
        {
            Assert.Fail($"FUZZ_SEED={seed}: {fault}\n{Convert.ToBase64String(file)}");
        }
        Assert.InRange(content.BytesRead, 0, Limits.ReadingOf(file.Length));
    }

    private static bool IsVerdict(Exception fault, ContentKind kind) =>
        fault is HostileContentException or UnreadableContentException or InspectionLimitException or ZipRefusedException
        || (kind == ContentKind.Zip && fault is XmlException or InvalidDataException);

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set) ? set : otherwise;
}
