using System.Xml;

namespace MicroCred.Inspection.Word;

/// <summary>Reads one part's XML once and refuses anything that runs or fetches something.</summary>
internal static class PartContent
{
    /// <exception cref="HostileContentException">The part runs or fetches something.</exception>
    /// <exception cref="XmlException">The XML isn't well-formed.</exception>
    /// <exception cref="UnreadableContentException">Nested deeper than any legitimate document, or another format's main part.</exception>
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
