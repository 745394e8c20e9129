using System.Buffers;

namespace MicroCred.Inspection;

/// <summary>Searches streamed content for a byte pattern, including across chunk boundaries.</summary>
internal sealed class PatternWatch(byte[] pattern)
{
    private readonly byte[] _seam = new byte[2 * (pattern.Length - 1)];
    private int _kept;

    /// <summary>True when the content contains the pattern; stops reading at the first match.</summary>
    public static bool IsIn(Stream content, byte[] pattern)
    {
        var watch = new PatternWatch(pattern);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (content.Read(buffer) is > 0 and var read)
            {
                if (watch.SeesIn(buffer.AsSpan(0, read)))
                {
                    return true;
                }
            }
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>True when a match ends within this chunk.</summary>
    public bool SeesIn(ReadOnlySpan<byte> piece)
    {
        var head = piece[..Math.Min(piece.Length, pattern.Length - 1)];
        head.CopyTo(_seam.AsSpan(_kept));
        var seam = _seam.AsSpan(0, _kept + head.Length);
        if (seam.IndexOf(pattern) >= 0 || piece.IndexOf(pattern) >= 0)
        {
            return true;
        }

        Keep(head.Length < piece.Length ? piece : seam);
        return false;
    }

    private void Keep(ReadOnlySpan<byte> last)
    {
        _kept = Math.Min(last.Length, pattern.Length - 1);
        last[^_kept..].CopyTo(_seam);
    }
}
