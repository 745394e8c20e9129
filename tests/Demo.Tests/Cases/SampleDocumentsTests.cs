using System.IO.Compression;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using MicroCred.Demo.Cases;
using UglyToad.PdfPig;

namespace MicroCred.Demo.Tests.Cases;

public static class SampleDocumentsTests
{
    public static IEnumerable<object[]> Documents =>
        from sample in SampleCases.All
        from document in sample.Script.Documents
        select new object[] { sample.Id, document.File };

    public sealed class Each_document
    {
        [Theory]
        [MemberData(nameof(Documents), MemberType = typeof(SampleDocumentsTests))]
        public void Is_the_same_to_the_byte_when_made_again(string id, string file)
        {
            var (sample, document) = Find(id, file);

            Assert.Equal(sample.Make(document), sample.Make(document));
        }

        [Theory]
        [MemberData(nameof(Documents), MemberType = typeof(SampleDocumentsTests))]
        public void Opens_and_tells_what_it_is_about(string id, string file)
        {
            var (sample, document) = Find(id, file);

            var text = Read(sample.Make(document), file);

            Assert.All(sample.Title.Split(' '), word => Assert.Contains(word, text, StringComparison.Ordinal));
            Assert.Contains("illustrative", text, StringComparison.Ordinal);
        }

        private static (SampleCase Sample, ScriptedDocument Document) Find(string id, string file)
        {
            var sample = SampleCases.All.Single(sample => sample.Id == id);
            return (sample, sample.Script.Documents.Single(document => document.File == file));
        }

        private static string Read(byte[] content, string file)
        {
            if (file.EndsWith(".docx", StringComparison.Ordinal))
            {
                using var docx = WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);
                return docx.MainDocumentPart!.Document!.InnerText;
            }

            using var pdf = PdfDocument.Open(content, new ParsingOptions { Password = SampleDocuments.Password });
            return string.Concat(pdf.GetPages().Select(page => page.Text));
        }
    }

    public sealed class A_package
    {
        private readonly SampleCase _sample = SampleCases.All.Single(sample => sample.Id == "startup-accelerate-automotive");

        [Fact]
        public void Is_the_same_to_the_byte_when_made_again() => Assert.Equal(_sample.Package(), _sample.Package());

        [Fact]
        public void Holds_the_application_and_every_document_that_it_names()
        {
            using var zip = new ZipArchive(new MemoryStream(_sample.Package()));
            using var body = zip.GetEntry("application.json")!.Open();

            var named = JsonNode.Parse(body)!["documents"]!.AsArray().Select(document => (string)document!["file"]!);

            Assert.Equal(["application.json", .. named], zip.Entries.Select(entry => entry.FullName));
            Assert.Equal(_sample.Script.Documents.Select(document => document.File), named);
        }
    }

    public sealed class The_samples_folder : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("samples").FullName;

        public void Dispose() => Directory.Delete(_folder, recursive: true);

        [Fact]
        public void Holds_every_case_with_its_documents_and_its_package()
        {
            SamplesFolder.Write(_folder);

            Assert.All(SampleCases.All, sample =>
                Assert.Equal(
                    sample
                        .Script.Documents.Select(document => document.File)
                        .Append("application.json")
                        .Append("package.zip")
                        .Order(StringComparer.Ordinal),
                    Directory.GetFiles(Path.Combine(_folder, sample.Id)).Select(Path.GetFileName).Order(StringComparer.Ordinal)
                )
            );
        }
    }
}
