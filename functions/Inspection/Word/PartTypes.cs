using System.Xml;
using MicroCred.Inspection.Zip;

namespace MicroCred.Inspection.Word;

/// <summary>The types that a package declares in [Content_Types].xml, for a part by its name or for all with an extension.</summary>
internal sealed class PartTypes
{
    private const string Part = "[Content_Types].xml";

    // Several times what the most files that a zip may hold need.
    private const int Most = 10_000;

    private readonly HashSet<string> _declared = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _byExtension = new(StringComparer.OrdinalIgnoreCase);

    private PartTypes() { }

    /// <summary>What is declared for parts that are there; nothing where the zip isn't an Office package at all.</summary>
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

    /// <summary>True where this type is declared, be it of no part.</summary>
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
