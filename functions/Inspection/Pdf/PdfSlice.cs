namespace MicroCred.Inspection.Pdf;

/// <summary>A range of the file, as a forward-only stream.</summary>
internal sealed class PdfSlice : ForwardStream
{
    private readonly Stream _file;
    private long _left;

    public PdfSlice(Stream file, long start, long end)
    {
        file.Position = start;
        (_file, _left) = (file, Math.Max(0, end - start));
    }

    public override int Read(Span<byte> buffer)
    {
        var read = _file.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        _left -= read;
        return read;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
}
