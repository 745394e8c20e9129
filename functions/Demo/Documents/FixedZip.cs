using System.IO.Compression;

namespace MicroCred.Demo.Documents;

/// <summary>Writes zips whose bytes depend only on their content: entries uncompressed and with the format's earliest date.</summary>
internal static class FixedZip
{
    private static readonly DateTimeOffset FirstDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in entries)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = FirstDate;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return file.ToArray();
    }

    /// <summary>Rewrites a zip that a library has stamped with the current time.</summary>
    public static byte[] Of(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return Of([.. archive.Entries.Select(entry => (entry.FullName, Read(entry)))]);
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
