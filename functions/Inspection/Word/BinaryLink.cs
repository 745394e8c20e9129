using System.Buffers.Binary;

namespace MicroCred.Inspection.Word;

/// <summary>
/// A link of a binary workbook to what is outside it: to another workbook, or to a program. [MS-XLSB 2.4.35, BrtBeginSupBook]
/// </summary>
internal static class BinaryLink
{
    // The record's number, 360, seven bits a byte.
    private static readonly byte[] Record = [0xE8, 0x02];

    // What the record's first two bytes say of the link.
    private const ushort Dde = 1;
    private const ushort Ole = 2;

    public static bool StartsProgram(string type, ReadOnlySpan<byte> head)
    {
        if (!type.Contains("externalLink", StringComparison.OrdinalIgnoreCase) || !head.StartsWith(Record))
        {
            return false;
        }
        // Its length stands before it, seven bits a byte too, each but the last with the highest set.
        var content = head[Record.Length..];
        var last = content.IndexOfAnyInRange((byte)0, (byte)0x7F);
        content = content[(last + 1)..];
        return content.Length >= sizeof(ushort) && BinaryPrimitives.ReadUInt16LittleEndian(content) is Dde or Ole;
    }
}
