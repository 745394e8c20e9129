using System.Xml;

namespace MicroCred.Inspection.Word;

/// <summary>The namespaces of Office's XML in all editions, so that no prefix or edition hides an element.</summary>
internal static class WordNames
{
    private static readonly HashSet<string> Word = new(StringComparer.Ordinal)
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
        "http://schemas.microsoft.com/office/word/2003/wordml",
    };

    private static readonly HashSet<string> Workbook = new(StringComparer.Ordinal)
    {
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    };

    private static readonly string[] Office =
    [
        "http://schemas.openxmlformats.org/",
        "http://purl.oclc.org/ooxml/",
        "http://schemas.microsoft.com/",
        "urn:schemas-microsoft-com:",
    ];

    public static bool IsWord(XmlReader node) => Word.Contains(node.NamespaceURI);

    public static bool IsWorkbook(XmlReader node) => Workbook.Contains(node.NamespaceURI);

    public static bool IsAlternatives(XmlReader node) => node.NamespaceURI == "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /// <summary>True for the namespaces of the standard and of Microsoft's extensions.</summary>
    public static bool IsOffice(string name) => Array.Exists(Office, start => name.StartsWith(start, StringComparison.Ordinal));

    public static string? Attribute(XmlReader element, string name) =>
        element.GetAttribute(name, element.NamespaceURI) ?? element.GetAttribute(name);
}
