namespace MicroCred.App.Submission.Documents;

/// <summary>White space as PDF has it [ISO 32000-1, table 1].</summary>
internal static class PdfSpace
{
    private static ReadOnlySpan<byte> Bytes => " \r\n\t\f\0"u8;

    public static bool Is(byte value) => Bytes.Contains(value);

    public static ReadOnlySpan<byte> TrimEnd(ReadOnlySpan<byte> text) => text.TrimEnd(Bytes);
}
