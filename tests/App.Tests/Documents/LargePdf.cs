using System.Text;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Tests.Documents;

/// <summary>A PDF upload of any size, generated while it is read: a page, and padding.</summary>
internal sealed class LargePdf(byte[] before, long size, byte[] after) : Stream
{
    private static readonly byte[] Head = Encoding.Latin1.GetBytes(
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
            + "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
            + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\n"
            + "4 0 obj\n<< /Length 0 >>\nstream\n"
    );
    private static readonly byte[] Tail = Encoding.Latin1.GetBytes(
        "\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 >>\nstartxref\n0\n%%EOF\n"
    );

    private long _at;

    /// <summary>An upload of this many bytes.</summary>
    public static HttpRequest Upload(long size) =>
        MultipartBody.Request(
            new LargePdf(new MultipartBody().Kind().Opening("curriculum.pdf"), size, MultipartBody.Closing),
            MultipartBody.ContentType
        );

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _at;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, before.Length + size + after.Length - _at);
        for (var index = 0; index < count; index++, _at++)
        {
            buffer[index] = ByteAt(_at - before.Length);
        }

        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private byte ByteAt(long place) =>
        place switch
        {
            < 0 => before[^(int)-place],
            _ when place >= size => after[place - size],
            _ when place < Head.Length => Head[place],
            _ when place >= size - Tail.Length => Tail[place - (size - Tail.Length)],
            _ => (byte)('A' + (place % 23)),
        };
}
