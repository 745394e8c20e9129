using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MicroCred.App.OpenApi;

/// <summary>The summaries that the source gives of its types, from the documentation file that the build writes beside the assembly.</summary>
internal sealed partial class Descriptions
{
    private readonly Dictionary<string, string> _summaries;

    public Descriptions(Assembly assembly) => _summaries = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"))
        .Descendants("member")
        .Where(member => member.Element("summary") is not null)
        .ToDictionary(member => member.Attribute("name")!.Value, member => Space().Replace(member.Element("summary")!.Value, " ").Trim());

    public string Of(Type type) => _summaries["T:" + type.FullName];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
