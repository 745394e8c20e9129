using System.Buffers.Binary;

namespace MicroCred.Inspection.Word;

/// <summary>
/// Recognises a Windows program in streamed content: it begins with MZ, and the four bytes at 0x3C point to its PE header. Text may also
/// begin with MZ. [PE format, MS-DOS stub]
/// </summary>
internal sealed class WindowsProgramWatch
{
    private const int Pointer = 0x3C;

    private readonly byte[] _header = new byte[4];
    private long? _headerAt;
    private long _passed;

    public static bool MayBegin(ReadOnlySpan<byte> head) => head.StartsWith("MZ"u8);

    /// <summary>True when the PE header ends within this chunk. The first chunk contains the pointer, unless the file is shorter.</summary>
    public bool SeesIn(ReadOnlySpan<byte> piece)
    {
        if (_passed == 0 && MayBegin(piece) && piece.Length >= Pointer + sizeof(uint))
        {
            _headerAt = BinaryPrimitives.ReadUInt32LittleEndian(piece[Pointer..]);
        }

        var before = _passed;
        _passed += piece.Length;
        if (_headerAt is not { } at || at >= _passed || at + _header.Length <= before)
        {
            return false;
        }

        var (start, end) = (Math.Max(at, before), Math.Min(at + _header.Length, _passed));
        piece[(int)(start - before)..(int)(end - before)].CopyTo(_header.AsSpan((int)(start - at)));
        return _header.AsSpan().SequenceEqual("PE\0\0"u8);
    }
}
