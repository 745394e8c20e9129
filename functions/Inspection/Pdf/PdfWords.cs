namespace MicroCred.Inspection.Pdf;

/// <summary>The keywords that structure a PDF, even with a number directly after them.</summary>
internal static class PdfWords
{
    public static bool IsObj(ReadOnlySpan<byte> word) => IsBefore("obj"u8, word);

    public static bool IsTable(ReadOnlySpan<byte> word) => IsBefore("xref"u8, word);

    public static bool IsTrailer(ReadOnlySpan<byte> word) => word.StartsWith("trailer"u8);

    public static bool IsStart(ReadOnlySpan<byte> word) => IsBefore("startxref"u8, word);

    public static bool IsStructure(ReadOnlySpan<byte> word) => IsTable(word) || IsTrailer(word) || IsStart(word);

    private static bool IsBefore(ReadOnlySpan<byte> meant, ReadOnlySpan<byte> word) =>
        word.StartsWith(meant) && (word.Length == meant.Length || PdfCharacters.IsDigit(word[meant.Length]));
}
