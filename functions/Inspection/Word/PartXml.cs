using System.Xml;

namespace MicroCred.Inspection.Word;

/// <summary>
/// Reads a part's XML: forwards only, within bounds, and without document types, which are where entity bombs and foreign files come
/// in.
/// </summary>
internal static class PartXml
{
    private const int Depth = 512;

    // Byte order marks, the zeroes of wider characters, and white space.
    private static readonly byte[] BeforeXml = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n'];

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = 64 << 20,
    };

    /// <summary>True for what begins as XML does, in whichever of the encodings that it may be in.</summary>
    public static bool Begins(ReadOnlySpan<byte> head) => head.TrimStart(BeforeXml).StartsWith("<"u8);

    /// <summary>The elements in order, each with the reader standing on it.</summary>
    /// <exception cref="XmlException">Not well-formed.</exception>
    /// <exception cref="UnreadableContentException">Nested deeper than any document.</exception>
    public static IEnumerable<XmlReader> Elements(Stream part) => Nodes(part).Where(node => node.NodeType == XmlNodeType.Element);

    /// <summary>Everything in order but comments and processing instructions, each with the reader standing on it.</summary>
    /// <exception cref="XmlException">Not well-formed.</exception>
    /// <exception cref="UnreadableContentException">Nested deeper than any document.</exception>
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
