namespace MicroCred.Inspection.Tests;

/// <summary>Counts the bytes read of a file, repeated reads included.</summary>
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
