using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;

namespace MicroCred.EndToEnd.Tests.Submission;

/// <summary>Packages: application.json and its documents in one zip.</summary>
internal static class TestPackage
{
    /// <summary>A sound package, but for what the caller asks for.</summary>
    public static byte[] Of(
        JsonObject body,
        string kind = "Curriculum",
        string curriculum = "curriculum.pdf",
        byte[]? content = null,
        string? without = null
    )
    {
        (string Kind, string File)[] documents = [(kind, curriculum), ("AssessmentPlan", "plan.docx"), ("EvidenceOfNeed", "need.pdf")];
        var withDocuments = body.DeepClone().AsObject();
        withDocuments["documents"] = new JsonArray([
            .. documents.Select(document => new JsonObject { ["kind"] = document.Kind, ["file"] = document.File }),
        ]);
        return Zip([
            ("application.json", Encoding.UTF8.GetBytes(withDocuments.ToJsonString())),
            .. new[]
            {
                (curriculum, content ?? TestDocument.Pdf()),
                ("plan.docx", TestDocument.Docx()),
                ("need.pdf", TestDocument.Pdf()),
            }.Where(file => file.Item1 != without),
        ]);
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] entries) =>
        Zip(zip =>
        {
            foreach (var (name, content) in entries)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(content);
            }
        });

    public static byte[] Bomb() =>
        Zip(zip =>
        {
            using var stream = zip.CreateEntry("application.json", CompressionLevel.Fastest).Open();
            var blanks = Enumerable.Repeat((byte)' ', 1024 * 1024).ToArray();
            for (var megabyte = 0; megabyte < 1024; megabyte++)
            {
                stream.Write(blanks);
            }
        });

    private static byte[] Zip(Action<ZipArchive> fill)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            fill(zip);
        }

        return file.ToArray();
    }
}
