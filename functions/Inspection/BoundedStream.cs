namespace MicroCred.Inspection;

/// <summary>
/// A file that returns only a limited number of bytes in all, repeated reads included, so that the time grows no faster than the file.
/// </summary>
internal sealed class BoundedStream(Stream file, long most) : SeekableStream(file)
{
    /// <summary>The bytes returned so far.</summary>
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
