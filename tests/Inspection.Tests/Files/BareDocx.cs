using System.Text;

namespace MicroCred.Inspection.Tests.Files;

/// <summary>Writes Word documents part by part, including content that no legitimate program writes.</summary>
internal static class BareDocx
{
    public const string WordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private const string Office = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    /// <summary>A document with this body, with the names and the encoding that a test needs.</summary>
    public static byte[] Of(
        string body,
        string main = "word/document.xml",
        string prefix = "w",
        string space = WordNamespace,
        Encoding? encoding = null,
        string kind = Office + ".document.main+xml"
    ) =>
        Zipped.Of(
            ("[Content_Types].xml", Utf8(Types($"""<Override PartName="/{main}" ContentType="{kind}"/>"""))),
            (
                "_rels/.rels",
                Utf8(
                    Relationships(
                        """<Relationship Id="r1" """
                            + """Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" """
                            + $"""Target="{main}"/>"""
                    )
                )
            ),
            (main, Bytes(Document(body, prefix, space), encoding ?? Encoding.UTF8))
        );

    /// <summary>A valid document with an additional part.</summary>
    public static byte[] WithPart(string name, string root, string body) =>
        Of("<w:p/>").Plus(name, Utf8($"""<w:{root} xmlns:w="{WordNamespace}">{body}</w:{root}>"""));

    /// <summary>A field with its instruction in one run.</summary>
    public static string Field(string instruction, string result = "") =>
        $"""<w:p>{Mark("begin")}<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>"""
        + $"""{Mark("separate")}<w:r><w:t>{result}</w:t></w:r>{Mark("end")}</w:p>""";

    /// <summary>A field's beginning, middle or end.</summary>
    public static string Mark(string type) => $"""<w:r><w:fldChar w:fldCharType="{type}"/></w:r>""";

    /// <summary>A field with these runs between its beginning and its end.</summary>
    public static string Between(string runs) => $"<w:p>{Mark("begin")}{runs}{Mark("end")}</w:p>";

    public static string Types(string overrides) =>
        """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"""
        + """<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"""
        + $"""<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>""";

    public static string Relationships(string all) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{all}</Relationships>""";

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Document(string body, string prefix, string space) =>
        $"""<{prefix}:document """
        + $"""xmlns:{prefix}="{space}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" """
        + """xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:x="urn:unknown">"""
        + $"""<{prefix}:body>{body}</{prefix}:body></{prefix}:document>""";

    private static byte[] Bytes(string text, Encoding encoding) => [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
}
