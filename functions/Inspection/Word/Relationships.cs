using System.Xml;
using MicroCred.Inspection.Zip;

namespace MicroCred.Inspection.Word;

/// <summary>The relationships of a package and its parts, to internal and external targets.</summary>
internal static class Relationships
{
    private const string OfThePackage = "_rels/.rels";

    public static bool IsPart(string name) => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    /// <summary>The package's main part; null where none is declared or it is missing.</summary>
    public static ZippedFile? MainPart(SafeZip zip)
    {
        if (zip.Find(OfThePackage) is not { } entry)
        {
            return null;
        }

        using var part = zip.Read(entry);
        var main = PartXml.Elements(part).Select(Of).FirstOrDefault(relationship => relationship?.Kind == "officeDocument");
        return main is null ? null : zip.Find(NameOf(main.Target)) ?? zip.Find(NameOf(Uri.UnescapeDataString(main.Target)));
    }

    /// <summary>The relationship declared by an element; null for any other element.</summary>
    public static Relationship? Of(XmlReader element) =>
        element.LocalName != "Relationship"
            ? null
            : new Relationship(
                Trimmed(element.GetAttribute("Type")).Split('/')[^1],
                Trimmed(element.GetAttribute("Target")),
                Trimmed(element.GetAttribute("TargetMode"))
            );

    private static string NameOf(string target) => ZipNames.Plain(target.TrimStart('/', '\\'));

    private static string Trimmed(string? attribute) => attribute?.Trim() ?? "";
}
