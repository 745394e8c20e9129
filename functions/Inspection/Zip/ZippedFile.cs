using System.IO.Compression;

namespace MicroCred.Inspection.Zip;

/// <summary>A file in a zip, under its name as every system would have written it.</summary>
/// <param name="FullName">The name with its folders: see <see cref="ZipNames.Plain"/>.</param>
/// <param name="Entry">Where it is.</param>
public sealed record ZippedFile(string FullName, ZipArchiveEntry Entry)
{
    /// <summary>The name without folders.</summary>
    public string Name => Path.GetFileName(FullName);

    /// <summary>How large it says that it is, in bytes.</summary>
    public long Length => Entry.Length;
}
