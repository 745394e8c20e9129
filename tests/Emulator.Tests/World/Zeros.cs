using System.Net;

namespace MicroCred.Emulator.Tests.World;

/// <summary>A request body of so many zeros, made while it is sent.</summary>
internal sealed class Zeros(long size, bool chunked) : HttpContent
{
    private static readonly byte[] Block = new byte[65536];

    /// <summary>Whether any of it has been sent.</summary>
    public bool Begun { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        Begun = true;
        for (var left = size; left > 0; left -= Block.Length)
            await stream.WriteAsync(Block.AsMemory(0, (int)Math.Min(left, Block.Length)));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = size;
        return !chunked;
    }
}
