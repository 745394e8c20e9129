using System.IO.Compression;

namespace MicroCred.Inspection.Zip;

/// <summary>A file in a zip, with its normalised name.</summary>
/// <param name="FullName">The name with its folders, normalised by <see cref="ZipNames.Plain"/>.</param>
/// <param name="Entry">The zip's entry.</param>
public sealed record ZippedFile(string FullName, ZipArchiveEntry Entry)
{
    /// <summary>The name without folders.</summary>
    public string Name => Path.GetFileName(FullName);

    /// <summary>The unpacked size that the zip declares, in bytes.</summary>
    public long Length => Entry.Length;
}
