using System.IO.Compression;

namespace MicroCred.Inspection.Zip;

/// <summary>An entry's unpacked content, checked against the limits for one entry and deducted from the shared budget.</summary>
internal sealed class UnpackedStream(ZipArchiveEntry entry, ZipLimits limits, UnpackBudget budget) : ForwardStream
{
    private readonly Stream _content = Open(entry);
    private long _unpacked;

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Counted(_content.Read(buffer));
        }
        catch (InvalidDataException fault)
        {
            throw Damaged(fault);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Counted(await _content.ReadAsync(buffer, cancellationToken));
        }
        catch (InvalidDataException fault)
        {
            throw Damaged(fault);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }

        base.Dispose(disposing);
    }

    private static Stream Open(ZipArchiveEntry entry)
    {
        try
        {
            return entry.Open();
        }
        catch (InvalidDataException fault)
        {
            throw Damaged(fault);
        }
    }

    private static ZipRefusedException Damaged(Exception fault) => new(ZipFault.Damaged, "is damaged", fault);

    private int Counted(int read)
    {
        _unpacked += read;
        if (_unpacked > limits.Entry)
        {
            throw new ZipRefusedException(ZipFault.Bomb, $"has a file that unpacks to more than {limits.Entry >> 20} MiB");
        }

        if (_unpacked > limits.RatioFrom && _unpacked / Math.Max(1, entry.CompressedLength) > limits.Ratio)
        {
            throw new ZipRefusedException(ZipFault.Bomb, $"has a file that unpacks to more than {limits.Ratio} times its size");
        }

        budget.Take(read);
        return read;
    }
}
