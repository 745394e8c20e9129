using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MicroCred.App.Identity;

namespace MicroCred.App.OpenApi;

/// <summary>The summaries of types in the source, from the documentation file that the build writes beside the assembly.</summary>
internal sealed partial class Descriptions
{
    private readonly Dictionary<string, string> _summaries;

    public Descriptions(Assembly assembly) =>
        _summaries = XDocument
            .Load(Path.ChangeExtension(assembly.Location, ".xml"))
            .Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .ToDictionary(
                member => member.Attribute("name")!.Value,
                member => Space().Replace(member.Element("summary")!.Value, " ").Trim()
            );

    /// <summary>
    /// A function's description, as its first sentence and the rest: the summary of the command that it runs, or of its class.
    /// </summary>
    public (string Summary, string More) Of(MethodInfo function)
    {
        var described = function.GetCustomAttribute<AllowAttribute>()?.Command ?? function.DeclaringType!;
        var text = _summaries["T:" + described.FullName];
        var sentences = text.Split(". ", 2);
        return (sentences[0].TrimEnd('.'), sentences.ElementAtOrDefault(1) ?? "");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
