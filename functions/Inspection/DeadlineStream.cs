namespace MicroCred.Inspection;

/// <summary>A file that can be read until a deadline. Parsers have no cancellation, but nearly all of them keep reading.</summary>
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
