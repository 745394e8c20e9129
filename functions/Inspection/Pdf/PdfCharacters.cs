namespace MicroCred.Inspection.Pdf;

/// <summary>White space and delimiters as PDF has them [ISO 32000-1, 7.2.2].</summary>
internal static class PdfCharacters
{
    private const byte White = 1;
    private const byte Delimiter = 2;

    private static readonly byte[] Kinds = [.. Enumerable.Range(0, 256).Select(Kind)];

    public static bool IsWhite(int value) => value >= 0 && Kinds[value] == White;

    /// <summary>Whether it can stand in a name or a word; the end of the file can't.</summary>
    public static bool IsRegular(int value) => value >= 0 && Kinds[value] == 0;

    public static bool IsDigit(int value) => value is >= '0' and <= '9';

    private static byte Kind(int value) =>
        value switch
        {
            0 or '\t' or '\n' or '\f' or '\r' or ' ' => White,
            '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '/' or '%' => Delimiter,
            _ => 0,
        };
}
