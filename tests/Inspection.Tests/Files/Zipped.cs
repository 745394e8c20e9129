using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MicroCred.Inspection.Tests.Files;

/// <summary>Writes and changes zips, including Word documents.</summary>
internal static class Zipped
{
    public static byte[] Of(params (string Name, byte[] Content)[] files) => At(CompressionLevel.SmallestSize, files);

    /// <summary>A zip of the files, uncompressed.</summary>
    public static byte[] Stored(params (string Name, byte[] Content)[] files) => At(CompressionLevel.NoCompression, files);

    /// <summary>The zip with one more file.</summary>
    public static byte[] Plus(this byte[] zip, string name, byte[] content) =>
        zip.Changed(archive => archive.Put(name, content, CompressionLevel.SmallestSize));

    /// <summary>The zip with one of its files rewritten.</summary>
    public static byte[] Rewritten(this byte[] zip, string name, Func<string, string> change) =>
        zip.Changed(archive =>
        {
            var entry = archive.GetEntry(name)!;
            using var reader = new StreamReader(entry.Open());
            var text = reader.ReadToEnd();
            reader.Dispose();
            entry.Delete();
            archive.Put(name, Encoding.UTF8.GetBytes(change(text)), CompressionLevel.SmallestSize);
        });

    /// <summary>The zip with another compression method (such as 14, LZMA) in both headers of a file; its content is unchanged.</summary>
    public static byte[] Packed(this byte[] zip, string name, ushort method)
    {
        byte[] packed = [.. zip];
        foreach (var (signature, header, methodAt) in new[] { ("PK\u0003\u0004", 30, 8), ("PK\u0001\u0002", 46, 10) })
        {
            var start = IndexOf(packed, [.. Encoding.ASCII.GetBytes(signature)], header, Encoding.UTF8.GetBytes(name));
            BinaryPrimitives.WriteUInt16LittleEndian(packed.AsSpan(start + methodAt), method);
        }
        return packed;
    }

    private static int IndexOf(byte[] zip, byte[] signature, int header, byte[] name) =>
        Enumerable
            .Range(0, zip.Length - header - name.Length)
            .First(at => zip.AsSpan(at).StartsWith(signature) && zip.AsSpan(at + header).StartsWith(name));

    private static byte[] At(CompressionLevel level, (string Name, byte[] Content)[] files)
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                archive.Put(name, content, level);
            }
        }
        return zip.ToArray();
    }

    private static byte[] Changed(this byte[] zip, Action<ZipArchive> change)
    {
        var file = new MemoryStream();
        file.Write(zip);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            change(archive);
        }

        return file.ToArray();
    }

    private static void Put(this ZipArchive archive, string name, byte[] content, CompressionLevel level)
    {
        using var entry = archive.CreateEntry(name, level).Open();
        entry.Write(content);
    }
}
