using System.Security.Cryptography;
using MicroCred.Inspection;

namespace MicroCred.App.Submission.Uploads;

/// <summary>Content on its way through: counted, hashed and copied to a file as it passes, so that nobody has to hold it.</summary>
internal sealed class StampedStream(Stream content, Stream copy) : ForwardStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _size;

    /// <summary>What has passed. Asked once, when everything has.</summary>
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
