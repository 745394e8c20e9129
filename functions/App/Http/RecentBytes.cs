namespace MicroCred.App.Http;

/// <summary>The last bytes of a stream that has passed.</summary>
/// <param name="kept">How many are kept at least.</param>
internal sealed class RecentBytes(int kept)
{
    private readonly byte[] _bytes = new byte[2 * kept];
    private int _length;

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, _length);

    public void Keep(ReadOnlySpan<byte> piece)
    {
        piece = piece[Math.Max(0, piece.Length - kept)..];
        if (_length + piece.Length > _bytes.Length)
        {
            _bytes.AsSpan(_length - kept, kept).CopyTo(_bytes);
            _length = kept;
        }

        piece.CopyTo(_bytes.AsSpan(_length));
        _length += piece.Length;
    }
}
