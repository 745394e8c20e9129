using System.Buffers.Binary;

namespace MicroCred.Inspection.Word;

/// <summary>
/// Tells a Windows program as it passes: it begins with MZ, and its real header stands where the four bytes at 0x3C say. Text may begin
/// with MZ too. [PE format, MS-DOS stub]
/// </summary>
internal sealed class WindowsProgramWatch
{
    private const int Pointer = 0x3C;

    private readonly byte[] _header = new byte[4];
    private long? _headerAt;
    private long _passed;

    public static bool MayBegin(ReadOnlySpan<byte> head) => head.StartsWith("MZ"u8);

    /// <summary>True when the real header ends within this piece. The first piece has the pointer, or the file is shorter.</summary>
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
