namespace MicroCred.Inspection;

/// <summary>The first bytes that identify kinds of files.</summary>
internal static class FileSignatures
{
    private static readonly byte[][] Programs =
    [
        [.. "MZ"u8], // Windows
        [0x7F, .. "ELF"u8], // Linux
        [0xFE, 0xED, 0xFA, 0xCE],
        [0xFE, 0xED, 0xFA, 0xCF],
        [0xCE, 0xFA, 0xED, 0xFE],
        [0xCF, 0xFA, 0xED, 0xFE], // macOS
        [0xCA, 0xFE, 0xBA, 0xBE], // Java, and macOS for several processors
        [.. "#!"u8], // a script for a Unix shell
        [0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], // a Windows shortcut
    ];

    private static readonly byte[][] Others =
    [
        [.. "GIF8"u8],
        [0x89, .. "PNG"u8],
        [0xFF, 0xD8, 0xFF],
        [.. "Rar!"u8],
        [.. "7z"u8, 0xBC, 0xAF],
        [.. "<!DOCTYPE"u8],
        [.. "<html"u8],
        [.. "{\\rtf"u8],
    ];

    public static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\u0003\u0004"u8);

    /// <summary>Microsoft's compound file: OLE objects, the old Office formats, and encrypted new ones.</summary>
    public static bool IsCompoundFile(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    public static bool IsProgram(ReadOnlySpan<byte> head) => StartsWithAny(head, Programs);

    /// <summary>The signature of any format other than PDF that some program would open.</summary>
    public static bool IsKnown(ReadOnlySpan<byte> head) =>
        IsZip(head) || IsCompoundFile(head) || IsProgram(head) || StartsWithAny(head, Others);

    private static bool StartsWithAny(ReadOnlySpan<byte> head, byte[][] signatures)
    {
        foreach (var signature in signatures)
        {
            if (head.StartsWith(signature))
            {
                return true;
            }
        }
        return false;
    }
}
