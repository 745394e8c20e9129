using System.Globalization;
using System.Xml;
using MicroCred.App.Commands;
using MicroCred.App.Submission.Documents;
using MicroCred.Tests.Support;
using Xunit.Sdk;

namespace MicroCred.App.Tests.Documents;

/// <summary>
/// The cases with bytes changed, cut out, moved and repeated, the same in every run. The environment variable FUZZ_SEED sets another seed, and
/// FUZZ_ROUNDS how many are made of each.
/// </summary>
public sealed class FuzzedDocuments
{
    private const int Largest = 64 << 10;
    private const int Seed = 20_180_801;
    private const int Rounds = 150;

    private static readonly InspectionLimits Limits = new() { PdfObjects = 5_000, PdfValues = 10_000 };

    [Fact]
    public void Whatever_bytes_come_the_inspection_ends_in_a_verdict_of_its_own()
    {
        foreach (var file in Mutated(Files("*"), Files("*")))
            Inspect(file);
    }

    [Fact]
    public void Whatever_bytes_come_as_a_package_it_is_read_or_refused()
    {
        byte[][] packages = Files("package-*.zip");
        Assert.NotEmpty(packages);
        foreach (var file in Mutated(packages, Files("*")))
            Read(file);
    }

    private static byte[][] Files(string pattern) =>
        [.. Directory.GetFiles(DocumentCases.Folder, pattern).Where(IsSmallDocument).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    private static bool IsSmallDocument(string path) =>
        Path.GetExtension(path) is ".pdf" or ".docx" or ".zip" && new FileInfo(path).Length <= Largest;

    private static IEnumerable<byte[]> Mutated(byte[][] files, byte[][] others)
    {
        var mutation = new Mutation(new Random(FuzzSeed));
        for (var round = Setting("FUZZ_ROUNDS", Rounds); round > 0; round--)
        {
            foreach (var file in files)
                yield return mutation.Of(file, others);
        }
    }

    private static void Read(byte[] file)
    {
        ReadsOrRefuses(file, () =>
        {
            using var zip = SafeZip.Open(new MemoryStream(file, writable: false), PackageFiles.Limits);
            foreach (var packed in zip.Files)
                ReadsOrRefuses(file, () => Unpacked(zip, packed));
            PackageFiles files = new(zip);
            var manifest = PackageManifest.Read(Unpacked(zip, files.Manifest));
            var documents = manifest.Documents ?? files.ByName();
            files.Check(documents);
            Assert.All(documents, document => Assert.NotNull(files.Find(document.File)));
        });
    }

    private static byte[] Unpacked(SafeZip zip, ZippedFile file)
    {
        using var content = zip.Read(file);
        var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static void ReadsOrRefuses(byte[] file, Action read)
    {
        try
        {
            read();
        }
        catch (Exception fault) when (fault is RefusedException or ZipRefusedException)
        {
            // Said to whoever sent it.
        }
        catch (Exception fault) when (fault is not XunitException)
        {
            Fail(fault, file);
        }
    }

    private static void Fail(Exception fault, byte[] file) => Assert.Fail($"FUZZ_SEED={FuzzSeed}: {fault}\n{Convert.ToBase64String(file)}");

    private static void Inspect(byte[] file)
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
            Fail(fault, file);
        }
        Assert.InRange(content.BytesRead, 0, Limits.ReadingOf(file.Length));
    }

    private static bool IsVerdict(Exception fault, ContentKind kind) =>
        fault is HostileContentException or UnreadableContentException or InspectionLimitException or ZipRefusedException
        || (kind == ContentKind.Zip && fault is XmlException or InvalidDataException);

    private static int FuzzSeed => Setting("FUZZ_SEED", Seed);

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set) ? set : otherwise;
}
