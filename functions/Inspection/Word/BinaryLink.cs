using System.Buffers.Binary;

namespace MicroCred.Inspection.Word;

/// <summary>An external link of a binary workbook: to another workbook, or to a program. [MS-XLSB 2.4.35, BrtBeginSupBook]</summary>
internal static class BinaryLink
{
    // Record number 360, encoded with seven bits per byte.
    private static readonly byte[] Record = [0xE8, 0x02];

    // Link types in the record's first two bytes.
    private const ushort Dde = 1;
    private const ushort Ole = 2;

    public static bool StartsProgram(string type, ReadOnlySpan<byte> head)
    {
        if (!type.Contains("externalLink", StringComparison.OrdinalIgnoreCase) || !head.StartsWith(Record))
        {
            return false;
        }
        // The record's length comes first, also with seven bits per byte: all bytes but the last have the high bit set.
        var content = head[Record.Length..];
        var last = content.IndexOfAnyInRange((byte)0, (byte)0x7F);
        content = content[(last + 1)..];
        return content.Length >= sizeof(ushort) && BinaryPrimitives.ReadUInt16LittleEndian(content) is Dde or Ole;
    }
}
