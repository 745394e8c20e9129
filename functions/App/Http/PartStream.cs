using MicroCred.Inspection;

namespace MicroCred.App.Http;

/// <summary>
/// A part's content. That it breaks off is its sender's fault, and told as that; what reads it may fail for reasons of its own.
/// </summary>
internal sealed class PartStream(Stream content) : ForwardStream
{
    public override int Read(Span<byte> buffer) => throw new NotSupportedException("A request's body is read asynchronously.");

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        await RequestParts.ReadingAsync(() => content.ReadAsync(buffer, cancellationToken).AsTask());
}
