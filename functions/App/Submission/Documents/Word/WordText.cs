using System.Xml;

namespace MicroCred.App.Submission.Documents;

/// <summary>Reads the XML of a document's text from end to end: it must be whole, and none of its fields may start a program.</summary>
internal static class WordText
{
    /// <summary>The part with the document itself.</summary>
    /// <exception cref="UnreadableContentException">Not a word-processing document's XML.</exception>
    public static void CheckMain(Stream part)
    {
        var root = PartXml.Elements(part).Select(element => (element.LocalName, element.NamespaceURI)).FirstOrDefault();
        if (root.LocalName != "document" || !root.NamespaceURI.Contains("wordprocessingml", StringComparison.Ordinal))
            throw new UnreadableContentException("The main part isn't a word-processing document.");
    }

    /// <summary>Any part with text: the document's, its headers', its notes'.</summary>
    /// <exception cref="HostileContentException">A field starts a program.</exception>
    public static void RefusePrograms(Stream part)
    {
        var field = new FieldCode();
        foreach (var element in PartXml.Elements(part))
        {
            if (element.LocalName == "fldSimple")
            {
                field.Begin();
                field.Add(Attribute(element, "instr"));
            }
            else if (element.LocalName == "fldChar" && Attribute(element, "fldCharType") == "begin")
            {
                field.Begin();
            }
            else if (element.LocalName == "instrText" && !element.IsEmptyElement && element.Read() && element.NodeType != XmlNodeType.Element)
            {
                field.Add(element.Value);
            }
        }
    }

    private static string Attribute(XmlReader element, string name) => element.GetAttribute(name, element.NamespaceURI) ?? "";
}
