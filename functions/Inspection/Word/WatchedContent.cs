namespace MicroCred.Inspection.Word;

/// <summary>A part's content, checked for viruses and programs as it is read, so that it is unpacked only once.</summary>
internal sealed class WatchedContent : ForwardStream
{
    private const int HeadLength = 4096;

    private readonly Stream _content;
    private readonly PatternWatch _eicar = Eicar.Watch();
    private readonly WindowsProgramWatch _program = new();
    private readonly byte[] _head = new byte[HeadLength];
    private readonly int _headLength;
    private int _headRead;

    /// <param name="content">The content from its first byte; disposed with this stream.</param>
    public WatchedContent(Stream content)
    {
        _content = content;
        _headLength = content.ReadAtLeast(_head, HeadLength, throwOnEndOfStream: false);
        Look(_head.AsSpan(0, _headLength));
    }

    /// <summary>The content's first bytes, available before, during and after reading.</summary>
    public ReadOnlySpan<byte> Head => _head.AsSpan(0, _headLength);

    /// <exception cref="HostileContentException">The content read is a virus or a program.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_headRead < _headLength)
        {
            var kept = Head[_headRead..];
            kept = kept[..Math.Min(kept.Length, buffer.Length)];
            kept.CopyTo(buffer);
            _headRead += kept.Length;
            return kept.Length;
        }

        var read = _content.Read(buffer);
        Look(buffer[..read]);
        return read;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    /// <summary>Reads and checks the rest of the content.</summary>
    public void Drain() => CopyTo(Null);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Look(ReadOnlySpan<byte> piece)
    {
        if (_eicar.SeesIn(piece))
        {
            throw Eicar.Found();
        }

        if (_program.SeesIn(piece))
        {
            throw ActiveContent.Program();
        }
    }
}
