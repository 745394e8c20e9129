using System.Buffers.Binary;

namespace MicroCred.App.Submission.Documents;

/// <summary>Where a zip's table of contents lies, as its end record says. Looked up before a library reads that table whole.</summary>
internal readonly record struct ZipDirectory(long Offset)
{
    private const int EndRecord = 22;
    private const int LongestComment = ushort.MaxValue;

    /// <summary>
    /// Null when the file doesn't end as a zip does. One that needs the 64-bit form is past every limit here, and isn't found either.
    /// </summary>
    public static ZipDirectory? Find(Stream file)
    {
        var length = (int)Math.Min(file.Length, EndRecord + LongestComment);
        var tail = new byte[length];
        file.Position = file.Length - length;
        file.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || at > length - EndRecord)
            return null;
        var record = tail.AsSpan(at, EndRecord);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        // Counted from the record, not from the file's start: something may stand before the zip.
        var start = file.Length - length + at - size;
        return StartsAt(file, start) ? new(offset) : null;
    }

    private static bool StartsAt(Stream file, long start)
    {
        if (start < 0)
            return false;
        Span<byte> signature = stackalloc byte[4];
        file.Position = start;
        return file.ReadAtLeast(signature, signature.Length, throwOnEndOfStream: false) == signature.Length
            && signature.SequenceEqual("PK\u0001\u0002"u8);
    }
}
