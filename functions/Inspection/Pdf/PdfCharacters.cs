namespace MicroCred.Inspection.Pdf;

/// <summary>PDF's white space and delimiters [ISO 32000-1, 7.2.2].</summary>
internal static class PdfCharacters
{
    private const byte White = 1;
    private const byte Delimiter = 2;

    private static readonly byte[] Kinds = [.. Enumerable.Range(0, 256).Select(Kind)];

    public static bool IsWhite(int value) => value >= 0 && Kinds[value] == White;

    /// <summary>Whether the character can be part of a name or a keyword; false for the end of the file.</summary>
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
