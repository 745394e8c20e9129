using System.IO.Compression;

namespace MicroCred.Inspection.Zip;

/// <summary>An untrusted zip, opened only if its central directory is sound, and unpacked only within limits.</summary>
public sealed class SafeZip : IDisposable
{
    private const ushort Stored = 0;
    private const ushort Deflate = 8;
    private const ushort Deflate64 = 9;
    private const int ShownLength = 100;

    private readonly ZipArchive _archive;
    private readonly ZipLimits _limits;
    private readonly UnpackBudget _budget;
    private readonly Dictionary<string, ZippedFile> _byName;

    private SafeZip(ZipArchive archive, IEnumerable<ZippedFile> entries, ZipLimits limits, UnpackBudget budget)
    {
        _archive = archive;
        _limits = limits;
        _budget = budget;
        Files = [.. entries.Where(entry => !entry.FullName.EndsWith('/'))];
        _byName = Files.ToDictionary(file => file.FullName, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The zip's files; folders have no content and aren't listed.</summary>
    public IReadOnlyList<ZippedFile> Files { get; }

    /// <summary>Opens the zip without taking over the stream.</summary>
    /// <exception cref="ZipRefusedException">The zip is damaged, exceeds a limit or has an unsafe name.</exception>
    public static SafeZip Open(Stream file, ZipLimits limits) =>
        Open(file, limits, new UnpackBudget(limits.TogetherOf(file.Length), limits.InsideOf(file.Length)));

    private static SafeZip Open(Stream file, ZipLimits limits, UnpackBudget budget)
    {
        if (ZipDirectory.Find(file) is not { } directory)
        {
            throw new ZipRefusedException(ZipFault.Damaged, "is damaged");
        }

        if (file.Length - directory.Offset > limits.Directory)
        {
            throw TooMany(limits);
        }

        try
        {
            file.Position = 0;
            var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return new SafeZip(archive, Checked(archive, directory.Methods(file), limits), limits, budget);
        }
        catch (InvalidDataException fault)
        {
            throw new ZipRefusedException(ZipFault.Damaged, "is damaged", fault);
        }
    }

    /// <summary>The file with this name, ignoring case; null where there is none.</summary>
    public ZippedFile? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The file's content, unpacked as it is read; the limits apply to the actual unpacked bytes.</summary>
    public Stream Read(ZippedFile file) => new UnpackedStream(file.Entry, _limits, _budget);

    /// <summary>Opens a zip that was unpacked from this one; its files and unpacked bytes count towards this one's limits.</summary>
    public SafeZip Within(Stream file)
    {
        var inner = Open(file, _limits, _budget);
        _budget.TakeFiles(inner.Files.Count);
        return inner;
    }

    /// <summary>Closes the zip, but not the stream that it was opened from.</summary>
    public void Dispose() => _archive.Dispose();

    private static List<ZippedFile> Checked(ZipArchive archive, IReadOnlyList<ushort> methods, ZipLimits limits)
    {
        List<ZippedFile> checkedEntries = [];
        if (archive.Entries.Count > limits.Entries)
        {
            throw TooMany(limits);
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, entry) in archive.Entries.Index())
        {
            var name = NameOf(entry);
            if (ZipNames.WhyUnsafe(name) is { } why)
            {
                throw new ZipRefusedException(ZipFault.UnsafeName, $"has {Shown(name)} whose name {why}");
            }

            if (!names.Add(name))
            {
                throw new ZipRefusedException(ZipFault.UnsafeName, "has two files of one name");
            }

            if (entry.IsEncrypted)
            {
                throw new ZipRefusedException(ZipFault.Encrypted, "is locked with a password");
            }

            if (methods[index] is not (Stored or Deflate or Deflate64))
            {
                throw NotUnpacked(name);
            }

            checkedEntries.Add(new ZippedFile(name, entry));
        }

        return checkedEntries;
    }

    private static string NameOf(ZipArchiveEntry entry)
    {
        try
        {
            return ZipNames.Plain(entry.FullName);
        }
        catch (ArgumentException fault)
        {
            throw new ZipRefusedException(ZipFault.UnsafeName, "has a file whose name holds half a character", fault);
        }
    }

    private static ZipRefusedException NotUnpacked(string name) =>
        new(
            ZipFault.Compression,
            $"has {Shown(name)} packed in a way that isn't taken here. "
                + "Zip it again with the system's own command, or choose Deflate in the program that you zip with"
        );

    private static string Shown(string name) => ShownText.Of(name, ShownLength) is { Length: > 0 } shown ? $"a file, {shown}," : "a file";

    private static ZipRefusedException TooMany(ZipLimits limits) => new(ZipFault.Bomb, $"holds more than {limits.Entries} files");
}
