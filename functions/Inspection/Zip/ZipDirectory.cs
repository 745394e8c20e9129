using System.Buffers.Binary;

namespace MicroCred.Inspection.Zip;

/// <summary>The offset of a zip's central directory, from its end record. Checked before a library reads the whole directory.</summary>
internal readonly record struct ZipDirectory(long Offset)
{
    private const int EndRecord = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int Locator = 20;
    private const int LargeEndRecord = 56;
    private const int Record = 46;

    /// <summary>
    /// Null when the file doesn't end with a zip's end record. Some programs always write the 64-bit end record too. [APPNOTE 4.3.14,
    /// 4.3.15]
    /// </summary>
    public static ZipDirectory? Find(Stream file)
    {
        var length = (int)Math.Min(file.Length, EndRecord + LongestComment);
        var tail = new byte[length];
        file.Position = file.Length - length;
        file.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || at > length - EndRecord)
        {
            return null;
        }

        var record = tail.AsSpan(at, EndRecord);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        // Relative to the end record, not to the file's start: other data may precede the zip.
        var end = file.Length - length + at;

        // Zip readers use the 64-bit form if any of these fields says so; the check must look at the same directory as they do.
        var (disk, entries) = (BinaryPrimitives.ReadUInt16LittleEndian(record[4..]), BinaryPrimitives.ReadUInt16LittleEndian(record[10..]));
        if (size == uint.MaxValue || offset == uint.MaxValue || disk == ushort.MaxValue || entries == ushort.MaxValue)
        {
            return Large(file, end);
        }

        return StartsAt(file, end - size) ? new(offset) : null;
    }

    /// <summary>
    /// The compression method of each entry, in directory order. The library lists entries in the same order, but doesn't expose their
    /// methods. [APPNOTE 4.3.12, 4.4.5]
    /// </summary>
    /// <param name="file">A zip that the library has opened, so that the directory is where the end record says.</param>
    public IReadOnlyList<ushort> Methods(Stream file)
    {
        var table = new byte[file.Length - Offset];
        file.Position = Offset;
        file.ReadExactly(table);
        List<ushort> methods = [];
        for (var at = 0; table.Length - at >= Record && table.AsSpan(at).StartsWith("PK\u0001\u0002"u8); )
        {
            var record = table.AsSpan(at, Record);
            methods.Add(BinaryPrimitives.ReadUInt16LittleEndian(record[10..]));
            at +=
                Record
                + BinaryPrimitives.ReadUInt16LittleEndian(record[28..]) // the name
                + BinaryPrimitives.ReadUInt16LittleEndian(record[30..]) // the extra field
                + BinaryPrimitives.ReadUInt16LittleEndian(record[32..]); // the comment
        }
        return methods;
    }

    private static ZipDirectory? Large(Stream file, long end)
    {
        Span<byte> locator = stackalloc byte[Locator];
        if (!TryRead(file, end - Locator, locator) || !locator.StartsWith("PK\u0006\u0007"u8))
        {
            return null;
        }

        var at = BinaryPrimitives.ReadInt64LittleEndian(locator[8..]);
        Span<byte> record = stackalloc byte[LargeEndRecord];
        if (!TryRead(file, at, record) || !record.StartsWith("PK\u0006\u0006"u8))
        {
            return null;
        }

        var (size, offset) = (BinaryPrimitives.ReadInt64LittleEndian(record[40..]), BinaryPrimitives.ReadInt64LittleEndian(record[48..]));
        return size >= 0 && StartsAt(file, at - size) ? new(offset) : null;
    }

    private static bool StartsAt(Stream file, long start)
    {
        Span<byte> signature = stackalloc byte[4];
        return TryRead(file, start, signature) && signature.SequenceEqual("PK\u0001\u0002"u8);
    }

    private static bool TryRead(Stream file, long start, Span<byte> bytes)
    {
        if (start < 0 || start > file.Length - bytes.Length)
        {
            return false;
        }

        file.Position = start;
        file.ReadExactly(bytes);
        return true;
    }
}
