using System.IO.Compression;
using System.Text;

namespace MicroCred.App.Tests.Documents;

/// <summary>Zips, which Word documents are.</summary>
internal static class Zipped
{
    public static byte[] Of(params (string Name, byte[] Content)[] files) => At(CompressionLevel.SmallestSize, files);

    /// <summary>The files as they are, none of them packed.</summary>
    public static byte[] Stored(params (string Name, byte[] Content)[] files) => At(CompressionLevel.NoCompression, files);

    /// <summary>The zip with one more file.</summary>
    public static byte[] Plus(this byte[] zip, string name, byte[] content) => zip.Changed(archive => archive.Put(name, content, CompressionLevel.SmallestSize));

    /// <summary>The zip with one of its files rewritten.</summary>
    public static byte[] Rewritten(this byte[] zip, string name, Func<string, string> change) => zip.Changed(archive =>
    {
        var entry = archive.GetEntry(name)!;
        using var reader = new StreamReader(entry.Open());
        var text = reader.ReadToEnd();
        reader.Dispose();
        entry.Delete();
        archive.Put(name, Encoding.UTF8.GetBytes(change(text)), CompressionLevel.SmallestSize);
    });

    private static byte[] At(CompressionLevel level, (string Name, byte[] Content)[] files)
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
                archive.Put(name, content, level);
        }
        return zip.ToArray();
    }

    private static byte[] Changed(this byte[] zip, Action<ZipArchive> change)
    {
        var file = new MemoryStream();
        file.Write(zip);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
            change(archive);
        return file.ToArray();
    }

    private static void Put(this ZipArchive archive, string name, byte[] content, CompressionLevel level)
    {
        using var entry = archive.CreateEntry(name, level).Open();
        entry.Write(content);
    }
}
