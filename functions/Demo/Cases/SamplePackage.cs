using System.Text.Json;
using System.Text.Json.Nodes;
using MicroCred.Demo.Documents;

namespace MicroCred.Demo.Cases;

/// <summary>A case as one zip: application.json, which names the documents, and the documents.</summary>
internal static class SamplePackage
{
    public static byte[] Package(this SampleCase sample)
    {
        var body = sample.Application.DeepClone().AsObject();
        body["documents"] = new JsonArray([
            .. sample.Script.Documents.Select(document => new JsonObject { ["kind"] = document.Kind, ["file"] = document.File }),
        ]);
        return FixedZip.Of([
            ("application.json", JsonSerializer.SerializeToUtf8Bytes(body)),
            .. sample.Script.Documents.Select(document => (document.File, sample.Make(document))),
        ]);
    }
}
