using System.Text.Json.Nodes;

namespace MicroCred.Demo.Cases;

/// <summary>A case under Samples: the application as its provider sends it, and the script for everybody involved.</summary>
internal sealed record SampleCase(string Id, JsonObject Application, Script Script)
{
    public string Title => (string)Application["microCredential"]!["title"]!;

    public bool IsFaulty => Script.Expect.Status == "Returned";
}
