namespace MicroCred.Inspection;

/// <summary>
/// A file of which only so many bytes are given out in all, those that are read again included: time can't grow faster than the file does.
/// </summary>
internal sealed class BoundedStream(Stream file, long most) : SeekableStream(file)
{
    /// <summary>The bytes given out so far.</summary>
    public long BytesRead { get; private set; }

    /// <exception cref="InspectionLimitException">No more may be read.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = base.Read(buffer[..(int)Math.Min(buffer.Length, Left())]);
        BytesRead += read;
        return read;
    }

    /// <exception cref="InspectionLimitException">No more may be read.</exception>
    public override int ReadByte()
    {
        Left();
        var value = base.ReadByte();
        BytesRead += value < 0 ? 0 : 1;
        return value;
    }

    private long Left() =>
        most - BytesRead is > 0 and var left
            ? left
            : throw new InspectionLimitException("It is so tangled that it would have to be read many times over.");
}
