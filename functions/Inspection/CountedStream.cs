using MicroCred.Inspection.Zip;

namespace MicroCred.Inspection;

/// <summary>Unpacked content, deducted from a budget as it is read.</summary>
internal sealed class CountedStream(Stream content, UnpackBudget budget) : ForwardStream
{
    public override int Read(Span<byte> buffer) => Taken(content.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Taken(await content.ReadAsync(buffer, cancellationToken));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Taken(int read)
    {
        budget.Take(read);
        return read;
    }
}
