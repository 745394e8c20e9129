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

    /// <summary>A package of several: each folder with what is in another package.</summary>
    public static byte[] Of(params (string Folder, byte[] Package)[] folders) =>
        Zip([
            .. folders.SelectMany(folder =>
            {
                if (folder.Package.Length == 0)
                {
                    return [($"{folder.Folder}/curriculum.pdf", TestDocument.Pdf())];
                }

                using ZipArchive package = new(new MemoryStream(folder.Package));
                return package
                    .Entries.Select(entry =>
                    {
                        using var content = entry.Open();
                        using MemoryStream bytes = new();
                        content.CopyTo(bytes);
                        return ($"{folder.Folder}/{entry.FullName}", bytes.ToArray());
                    })
                    .ToArray();
            }),
        ]);

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
