using MicroCred.App.Commands;
using MicroCred.App.Submission.Packages;
using MicroCred.Inspection.Tests.Files;
using MicroCred.Inspection.Zip;
using Xunit.Sdk;

namespace MicroCred.App.Tests.Documents;

public sealed class FuzzedPackages
{
    [Fact]
    public void Whatever_bytes_come_as_a_package_it_is_read_or_refused()
    {
        foreach (var file in FuzzedCases.Like("package-*.zip"))
        {
            Read(file);
        }
    }

    private static void Read(byte[] file)
    {
        ReadsOrRefuses(file, () =>
        {
            using var zip = SafeZip.Open(new MemoryStream(file, writable: false), PackageFiles.Limits);
            foreach (var packed in zip.Files)
            {
                ReadsOrRefuses(file, () => Unpacked(zip, packed));
            }

            foreach (var files in PackageFiles.In(zip))
            {
                var manifest = PackageManifest.Read(Unpacked(zip, files.Manifest));
                var documents = manifest.Documents ?? files.ByName();
                files.Check(documents);
                Assert.All(documents, document => Assert.NotNull(files.Find(document.File)));
            }
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
            // A refusal that the sender sees.
        }
        catch (Exception fault) when (fault is not XunitException)
        {
            FuzzedCases.Fail(fault, file);
        }
    }
}
