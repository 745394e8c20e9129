using System.Xml;
using MicroCred.Inspection.Zip;

namespace MicroCred.Inspection.Word;

/// <summary>The content types that a package declares in [Content_Types].xml, by part name or by extension.</summary>
internal sealed class PartTypes
{
    private const string Part = "[Content_Types].xml";

    // Several times what the largest allowed number of files needs.
    private const int Most = 10_000;

    private readonly HashSet<string> _declared = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _byExtension = new(StringComparer.OrdinalIgnoreCase);

    private PartTypes() { }

    /// <summary>The declared types of existing parts; empty where the zip isn't an Office package.</summary>
    public static PartTypes Of(SafeZip zip)
    {
        PartTypes types = new();
        if (zip.Find(Part) is not { } entry)
        {
            return types;
        }

        using var part = zip.Read(entry);
        foreach (var element in PartXml.Elements(part))
        {
            types.Add(element, zip);
        }

        return types;
    }

    /// <summary>The part's type, or the empty string where none is declared.</summary>
    public string Of(ZippedFile part) =>
        _byName.GetValueOrDefault(part.FullName) ?? _byExtension.GetValueOrDefault(Path.GetExtension(part.Name).TrimStart('.')) ?? "";

    /// <summary>True where this type is declared, for a part that exists or not.</summary>
    public bool Declare(string type) => _declared.Contains(type);

    private void Add(XmlReader element, SafeZip zip)
    {
        if (element.GetAttribute("ContentType")?.Trim() is not { } type)
        {
            return;
        }

        _declared.Add(type);
        if (_declared.Count > Most || _byExtension.Count > Most)
        {
            throw new UnreadableContentException("It declares more types than any document.");
        }

        if (element.GetAttribute("Extension")?.Trim() is { } extension)
        {
            _byExtension[extension] = type;
        }

        if (element.GetAttribute("PartName")?.Trim() is { } name && zip.Find(ZipNames.Plain(name.TrimStart('/', '\\'))) is { } part)
        {
            _byName[part.FullName] = type;
        }
    }
}
