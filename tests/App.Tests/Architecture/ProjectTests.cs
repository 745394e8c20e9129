using System.Xml.Linq;
using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Architecture;

/// <summary>The dependencies between projects.</summary>
public sealed class ProjectTests
{
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Approval"] = [],
        ["Inspection"] = ["Approval"],
        ["Portal"] = ["Approval"],
        ["App"] = ["Approval", "Inspection", "Portal"],
        ["Host"] = [],
        ["Demo"] = [],
    };

    [Fact]
    public void Each_project_knows_only_those_below_it()
    {
        var wrong =
            from file in Directory.EnumerateFiles(Repository.Path("functions"), "*.csproj", SearchOption.AllDirectories)
            where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            let project = Path.GetFileName(Path.GetDirectoryName(file)!)
            from reference in XDocument.Load(file).Descendants("ProjectReference")

            // Not a project that is only built along, to be started.
            where reference.Attribute("ReferenceOutputAssembly")?.Value != "false"
            let known = reference.Attribute("Include")!.Value.Split('/')[^2]
            where !MayKnow[project].Contains(known)
            select $"{project} → {known}";

        Assert.Empty(wrong);
    }
}
