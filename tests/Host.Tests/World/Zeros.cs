using System.Net;

namespace MicroCred.Host.Tests.World;

/// <summary>A body of zeros that is nowhere kept, with its length told beforehand or not.</summary>
internal sealed class Zeros(long size, bool chunked) : HttpContent
{
    /// <summary>Whether any of it has been asked for.</summary>
    public bool Begun { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        Begun = true;
        var zeros = new byte[65536];
        for (var left = size; left > 0; left -= zeros.Length)
        {
            await stream.WriteAsync(zeros.AsMemory(0, (int)Math.Min(left, zeros.Length)));
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = size;
        return !chunked;
    }
}
