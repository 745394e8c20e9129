using System.Xml;

namespace MicroCred.Inspection.Word;

/// <summary>Reads a part's XML: forwards only, within limits, and without DTDs, which allow entity bombs and external entities.</summary>
internal static class PartXml
{
    private const int Depth = 512;

    // Byte order marks, the zero bytes of wider encodings, and white space.
    private static readonly byte[] BeforeXml = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n'];

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = 64 << 20,
    };

    /// <summary>True for content that begins as XML does, in any of its encodings.</summary>
    public static bool Begins(ReadOnlySpan<byte> head) => head.TrimStart(BeforeXml).StartsWith("<"u8);

    /// <summary>The elements in order; the reader is positioned on each.</summary>
    /// <exception cref="XmlException">The XML isn't well-formed.</exception>
    /// <exception cref="UnreadableContentException">The elements are nested deeper than in any legitimate document.</exception>
    public static IEnumerable<XmlReader> Elements(Stream part) => Nodes(part).Where(node => node.NodeType == XmlNodeType.Element);

    /// <summary>All nodes in order except comments and processing instructions; the reader is positioned on each.</summary>
    /// <exception cref="XmlException">The XML isn't well-formed.</exception>
    /// <exception cref="UnreadableContentException">The elements are nested deeper than in any legitimate document.</exception>
    public static IEnumerable<XmlReader> Nodes(Stream part)
    {
        using var reader = XmlReader.Create(part, Settings);
        while (reader.Read())
        {
            if (reader.Depth > Depth)
            {
                throw new UnreadableContentException($"XML is nested more than {Depth} deep.");
            }

            yield return reader;
        }
    }
}
