using MicroCred.App.Commands;
using MicroCred.Approval;
using MicroCred.Inspection;

namespace MicroCred.App.Http;

/// <summary>A stream being received, refused as too large once more than the allowed bytes have come.</summary>
/// <param name="inner">The stream being received.</param>
/// <param name="limit">How many bytes are allowed.</param>
/// <param name="detail">The problem's detail where there are more.</param>
/// <param name="recent">Keeps the last raw bytes; null where they aren't needed.</param>
internal sealed class LimitedStream(Stream inner, long limit, string detail, RecentBytes? recent = null) : ForwardStream
{
    private long _read;

    public override int Read(Span<byte> buffer) => throw new NotSupportedException("A request's body is read asynchronously.");

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        _read += read;
        recent?.Keep(buffer.Span[..read]);
        return _read <= limit ? read : throw new RefusedException(RefusalKind.TooLarge, detail);
    }
}
