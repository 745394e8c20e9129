using System.Text.Json.Nodes;

namespace MicroCred.Demo.Cases;

/// <summary>One case under Samples: the application as its provider sends it, and what everybody does with it.</summary>
internal sealed record SampleCase(string Id, JsonObject Application, Script Script)
{
    public string Title => (string)Application["microCredential"]!["title"]!;

    public bool IsFaulty => Script.Expect.Status == "Returned";
}
