using MicroCred.App.Commands;
using MicroCred.Approval;
using MicroCred.Inspection;

namespace MicroCred.App.Http;

/// <summary>What is being received, refused as too large once more than so many bytes have come.</summary>
/// <param name="inner">What is received.</param>
/// <param name="limit">How many bytes may come.</param>
/// <param name="detail">What to say where more do.</param>
/// <param name="recent">Keeps the last bytes as they came; null where nobody asks for them.</param>
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
