using System.Xml;

namespace MicroCred.App.Submission.Documents;

/// <summary>
/// Reads a part's XML: forwards only, within bounds, and without document types, which are where entity bombs and foreign files come
/// in.
/// </summary>
internal static class PartXml
{
    private const int Depth = 512;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = 64 << 20,
    };

    /// <summary>The elements in order, each with the reader standing on it.</summary>
    /// <exception cref="XmlException">Not well-formed.</exception>
    /// <exception cref="UnreadableContentException">Nested deeper than any document.</exception>
    public static IEnumerable<XmlReader> Elements(Stream part)
    {
        using var reader = XmlReader.Create(part, Settings);
        while (reader.Read())
        {
            if (reader.Depth > Depth)
                throw new UnreadableContentException($"XML is nested more than {Depth} deep.");
            if (reader.NodeType == XmlNodeType.Element)
                yield return reader;
        }
    }
}
