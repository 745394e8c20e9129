using System.Collections.Frozen;

namespace MicroCred.Inspection.Pdf;

/// <summary>The names that the inspection uses. All others are dropped during reading.</summary>
internal static class PdfNames
{
    /// <summary>Longer than any of them.</summary>
    public const int Longest = 32;

    /// <summary>The triggers of additional actions [ISO 32000-1, tables 194 to 197], which run without a click.</summary>
    public static readonly string[] Triggers =
    [
        "E",
        "X",
        "D",
        "U",
        "Fo",
        "Bl",
        "PO",
        "PC",
        "PV",
        "PI",
        "O",
        "C",
        "K",
        "F",
        "V",
        "WC",
        "WS",
        "DS",
        "WP",
        "DP",
    ];

    // The entries whose lists are needed; other lists may be long, and are dropped.
    private static readonly FrozenSet<string> Lists = FrozenSet.Create(
        "Kids",
        "Next",
        "Names",
        "Filter",
        "F",
        "DecodeParms",
        "DP",
        "W",
        "Index",
        "ID",
        "Contents",
        "XFA"
    );

    private static readonly FrozenDictionary<string, PdfName> Known = (
        (string[])
            [
                .. Triggers,
                .. Lists,
                "true",
                "false",
                "Type",
                "Subtype",
                "Catalog",
                "Pages",
                "Page",
                "MediaBox",
                "Root",
                "Encrypt",
                "Size",
                "Prev",
                "XRefStm",
                "Length",
                "N",
                "First",
                "FlateDecode",
                "Fl",
                "Predictor",
                "Columns",
                "Colors",
                "BitsPerComponent",
                "Image",
                "S",
                "OpenAction",
                "AA",
                "JS",
                "JavaScript",
                "Launch",
                "Win",
                "Mac",
                "Unix",
                "ImportData",
                "SubmitForm",
                "RichMediaExecute",
                "CMD",
                "TA",
                "GoToE",
                "T",
                "GoTo",
                "GoToDp",
                "GoToR",
                "Thread",
                "URI",
                "Rendition",
                "R",
                "OP",
                "AN",
                "Movie",
                "Sound",
                "Annotation",
                "Hide",
                "Named",
                "ResetForm",
                "SetOCGState",
                "Trans",
                "GoTo3DView",
                "NOP",
                "EmbeddedFiles",
                "EmbeddedFile",
                "EF",
                "UF",
                "DOS",
                "FS",
                "URL",
                "FileAttachment",
                "AcroForm",
                "Fields",
                "RichMedia",
                "Screen",
                "3D",
                "Ref",
                "OPI",
                "1.3",
                "2.0",
                "P",
                "CF",
                "EncryptMetadata",
                "Standard",
            ]
    )
        .Distinct()
        .ToFrozenDictionary(name => name, name => new PdfName(name));

    private static readonly FrozenDictionary<string, PdfName>.AlternateLookup<ReadOnlySpan<char>> Lookup = Known.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>Stands for every name that the inspection doesn't use.</summary>
    public static PdfName Unknown { get; } = new("");

    public static PdfName Of(ReadOnlySpan<char> text) => Lookup.TryGetValue(text, out var name) ? name : Unknown;

    public static bool HoldsList(string key) => Lists.Contains(key);
}
