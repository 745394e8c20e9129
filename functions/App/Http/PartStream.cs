using MicroCred.Inspection;

namespace MicroCred.App.Http;

/// <summary>A part's content. A body that breaks off is its sender's fault, unlike errors in the code that reads it.</summary>
internal sealed class PartStream(Stream content) : ForwardStream
{
    public override int Read(Span<byte> buffer) => throw new NotSupportedException("A request's body is read asynchronously.");

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        await RequestParts.ReadingAsync(() => content.ReadAsync(buffer, cancellationToken).AsTask());
}
