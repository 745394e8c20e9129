using System.Net;

namespace MicroCred.Host.Tests.World;

/// <summary>A body of zeros that isn't held in memory, sent with a Content-Length or without.</summary>
internal sealed class Zeros(long size, bool chunked) : HttpContent
{
    /// <summary>Whether sending it has begun.</summary>
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
