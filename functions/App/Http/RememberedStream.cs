using MicroCred.App.Submission.Documents;

namespace MicroCred.App.Http;

/// <summary>A body on its way through, of which the last bytes are kept as they came.</summary>
internal sealed class RememberedStream(Stream inner, RecentBytes recent) : ForwardStream
{
    public override int Read(Span<byte> buffer) => throw new NotSupportedException("A request's body is read asynchronously.");

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        recent.Keep(buffer.Span[..read]);
        return read;
    }
}
