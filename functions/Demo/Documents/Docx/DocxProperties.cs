using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace MicroCred.Demo.Documents.Docx;

/// <summary>The document's title and language, written as a part by hand: the library's setter would give the part a random name.</summary>
internal static class DocxProperties
{
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    public static void Write(CoreFilePropertiesPart part, string title)
    {
        using var stream = part.GetStream(FileMode.Create);
        new XDocument(
            new XElement(
                Core + "coreProperties",
                new XAttribute(XNamespace.Xmlns + "dc", Dc.NamespaceName),
                new XElement(Dc + "title", title),
                new XElement(Dc + "language", DocumentText.Language)
            )
        ).Save(stream);
    }
}
