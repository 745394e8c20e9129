namespace MicroCred.Inspection;

/// <summary>A file to read until time is up. Parsers know no cancellation, but nearly all of them come back for the next bytes.</summary>
internal sealed class DeadlineStream(Stream file, CancellationToken deadline) : SeekableStream(file)
{
    public override int Read(Span<byte> buffer)
    {
        deadline.ThrowIfCancellationRequested();
        return base.Read(buffer);
    }

    public override int ReadByte()
    {
        deadline.ThrowIfCancellationRequested();
        return base.ReadByte();
    }
}
