namespace MicroCred.Demo.Documents.Pdf;

/// <summary>
/// A single-byte encoding: ASCII as itself, and from 128 on the other characters of New Zealand English and te reo Māori. Helvetica is one
/// of the fourteen standard fonts that every reader has, so no font file is embedded; its glyph names and widths (thousandths of the size)
/// are from Adobe's published metrics.
/// </summary>
internal static class PdfCharacters
{
    public const int FirstExtra = 128;

    public static readonly (char Character, string Glyph, int Width)[] Extras =
    [
        ('ā', "amacron", 556),
        ('ē', "emacron", 556),
        ('ī', "imacron", 278),
        ('ō', "omacron", 556),
        ('ū', "umacron", 556),
        ('Ā', "Amacron", 667),
        ('Ē', "Emacron", 667),
        ('Ī', "Imacron", 278),
        ('Ō', "Omacron", 778),
        ('Ū', "Umacron", 722),
        ('–', "endash", 556),
        ('—', "emdash", 1000),
        ('‘', "quoteleft", 222),
        ('’', "quoteright", 222),
        ('“', "quotedblleft", 333),
        ('”', "quotedblright", 333),
        ('•', "bullet", 350),
        ('é', "eacute", 556),
        ('®', "registered", 737),
    ];

    private static readonly int[] AsciiWidths =
    [
        278,
        278,
        355,
        556,
        556,
        889,
        667,
        191,
        333,
        333,
        389,
        584,
        278,
        333,
        278,
        278,
        556,
        556,
        556,
        556,
        556,
        556,
        556,
        556,
        556,
        556,
        278,
        278,
        584,
        584,
        584,
        556,
        1015,
        667,
        667,
        722,
        722,
        667,
        611,
        778,
        722,
        278,
        500,
        667,
        556,
        833,
        722,
        778,
        667,
        778,
        722,
        667,
        611,
        722,
        667,
        944,
        667,
        667,
        611,
        278,
        278,
        278,
        469,
        556,
        333,
        556,
        556,
        500,
        556,
        556,
        278,
        556,
        556,
        222,
        222,
        500,
        222,
        833,
        556,
        556,
        556,
        556,
        333,
        500,
        278,
        556,
        500,
        722,
        500,
        500,
        500,
        334,
        260,
        334,
        584,
    ];

    /// <summary>The width of every code from 32 on; 0 for unused codes.</summary>
    public static IEnumerable<int> Widths => [.. AsciiWidths, 0, .. Extras.Select(extra => extra.Width)];

    public static byte Code(char character)
    {
        if (character is >= ' ' and <= '~')
        {
            return (byte)character;
        }

        var extra = Array.FindIndex(Extras, entry => entry.Character == character);
        return extra >= 0
            ? (byte)(FirstExtra + extra)
            : throw new NotSupportedException(
                $"The samples' PDF font has no '{character}' (U+{(int)character:X4}); add it to {nameof(PdfCharacters)}."
            );
    }

    public static double Width(string text, double size) => text.Sum(Width) * size / 1000;

    private static int Width(char character)
    {
        var code = Code(character);
        return code < FirstExtra ? AsciiWidths[code - ' '] : Extras[code - FirstExtra].Width;
    }
}
