using System.Security.Cryptography;
using MicroCred.Inspection;

namespace MicroCred.App.Submission.Uploads;

/// <summary>A stream that counts, hashes and copies its content to a file as it is read, so that it needn't be held in memory.</summary>
internal sealed class StampedStream(Stream content, Stream copy) : ForwardStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _size;

    /// <summary>The size and hash of the content. Call it once, at the end.</summary>
    public ContentStamp Stamp() => new(_size, Convert.ToHexStringLower(_hash.GetHashAndReset()));

    public override int Read(Span<byte> buffer)
    {
        var read = content.Read(buffer);
        Note(buffer[..read]);
        copy.Write(buffer[..read]);
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await content.ReadAsync(buffer, cancellationToken);
        Note(buffer.Span[..read]);
        await copy.WriteAsync(buffer[..read], cancellationToken);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Note(ReadOnlySpan<byte> bytes)
    {
        _size += bytes.Length;
        _hash.AppendData(bytes);
    }
}
