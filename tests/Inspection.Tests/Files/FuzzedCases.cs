using System.Globalization;
using MicroCred.Tests.Support;

namespace MicroCred.Inspection.Tests.Files;

/// <summary>
/// The cases with bytes changed, removed, moved and repeated, the same in every run. The environment variable FUZZ_SEED sets another seed,
/// and FUZZ_ROUNDS the number of variants of each.
/// </summary>
internal static class FuzzedCases
{
    private const int Largest = 64 << 10;

    public static int Seed { get; } = Setting("FUZZ_SEED", 20_180_801);

    private static int Rounds { get; } = Setting("FUZZ_ROUNDS", 150);

    /// <summary>Variants of the small cases whose names match a pattern.</summary>
    public static IEnumerable<byte[]> Like(string pattern)
    {
        var (files, others) = (Files(pattern), Files("*"));
        Assert.NotEmpty(files);
        var mutation = new Mutation(new Random(Seed));
        for (var round = Rounds; round > 0; round--)
        {
            foreach (var file in files)
            {
                yield return mutation.Of(file, others);
            }
        }
    }

    /// <summary>Fails with the seed and the file, so that the failure can be reproduced.</summary>
    public static void Fail(Exception fault, byte[] file) => Assert.Fail($"FUZZ_SEED={Seed}: {fault}\n{Convert.ToBase64String(file)}");

    private static byte[][] Files(string pattern) =>
        [
            .. Directory
                .GetFiles(DocumentCases.Folder, pattern)
                .Where(IsSmallDocument)
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllBytes),
        ];

    private static bool IsSmallDocument(string path) =>
        Path.GetExtension(path) is ".pdf" or ".docx" or ".zip" && new FileInfo(path).Length <= Largest;

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set) ? set : otherwise;
}
