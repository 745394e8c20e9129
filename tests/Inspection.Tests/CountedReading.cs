namespace MicroCred.Inspection.Tests;

/// <summary>Says how much of a file was read, again and again included.</summary>
internal sealed class CountedReading(Stream file) : SeekableStream(file)
{
    public long BytesRead { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var read = base.Read(buffer);
        BytesRead += read;
        return read;
    }

    public override int ReadByte()
    {
        BytesRead++;
        return base.ReadByte();
    }
}
