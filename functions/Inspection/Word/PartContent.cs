using System.Xml;

namespace MicroCred.Inspection.Word;

/// <summary>Reads the XML of one part once, for everything in it that runs or fetches something.</summary>
internal static class PartContent
{
    /// <exception cref="HostileContentException">Something does.</exception>
    /// <exception cref="XmlException">Not well-formed.</exception>
    /// <exception cref="UnreadableContentException">Nested deeper than any document, or the main part of something else.</exception>
    public static void Check(Stream part, PartRole role)
    {
        PartFields fields = new();
        var isFirst = true;
        foreach (var node in PartXml.Nodes(part))
        {
            fields.Follow(node);
            if (node.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (isFirst && role == PartRole.Main && !IsDocument(node))
            {
                throw new UnreadableContentException("The main part isn't a word-processing document.");
            }

            isFirst = false;
            if (role == PartRole.Relationships)
            {
                Relationships.Of(node)?.RefuseActive();
            }

            RefuseLink(node);
        }

        fields.Finish();
    }

    public static HostileContentException LinkedProgram() => new("has a workbook inside that starts another program (DDE)");

    private static bool IsDocument(XmlReader root) => root.LocalName == "document" && WordNames.IsWord(root);

    private static void RefuseLink(XmlReader element)
    {
        if (element.LocalName is "ddeLink" or "oleLink" && WordNames.IsWorkbook(element))
        {
            throw LinkedProgram();
        }
    }
}
