namespace MicroCred.Inspection.Word;

/// <summary>
/// Whether a target lies on the machine of the document's author. Word writes the path of the author's own template into every document
/// made from one, so such a path is everyday and leads nowhere on another machine.
/// </summary>
internal static class OutsideAddress
{
    // Where a path begins on a Mac or on Linux. Word for Mac writes four slashes before it, as others do before a server's name.
    private static readonly HashSet<string> Roots = new(StringComparer.Ordinal)
    {
        "Users",
        "Applications",
        "Library",
        "System",
        "Volumes",
        "private",
        "home",
        "opt",
        "usr",
        "var",
        "tmp",
        "mnt",
        "media",
        "root",
        "storage",
    };

    private static readonly HashSet<string> Schemes = new(StringComparer.OrdinalIgnoreCase)
    {
        "http",
        "https",
        "ftp",
        "file",
        "mhtml",
        "dav",
        "smb",
    };

    // What is left of a picture that was pasted from a mail or from a browser: where it was within that, and no address to anybody else.
    private static readonly string[] Leftovers = ["cid:", "about:", "data:", "blob:", "applewebdata:", "webkit-fake-url:"];

    /// <summary>The address as a reason gives it.</summary>
    public static string Shown(string address) => ShownText.Of(address, 200);

    /// <summary>C:\…, file:///C:/…, file:////Users/…, Macintosh HD:Users:…, /Applications/…, or a bare name; never another host.</summary>
    public static bool IsOnAuthorsDisk(string target)
    {
        var path = Uri.UnescapeDataString(target);
        if (path.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            return IsFile(path["file:".Length..]);
        }

        return IsPath(path) || IsOldMacPath(path);
    }

    /// <summary>True for an address that nothing can be fetched from.</summary>
    public static bool LeadsNowhere(string target) =>
        Array.Exists(Leftovers, start => target.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    public static bool IsWeb(string target) =>
        Uri.TryCreate(target, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    private static bool IsFile(string rest)
    {
        if (rest.StartsWith("////", StringComparison.Ordinal))
        {
            return IsUnderRoot(rest[4..]);
        }

        var plain = rest.Replace('\\', '/');
        if (plain.StartsWith("//localhost/", StringComparison.OrdinalIgnoreCase))
        {
            return IsPath(plain["//localhost".Length..]) || IsOldMacPath(plain["//localhost/".Length..]);
        }

        if (plain.StartsWith("///", StringComparison.Ordinal))
        {
            return IsPath(plain[2..]) || IsOldMacPath(plain[3..]);
        }
        // Some leave out the third slash before a drive.
        return IsPath(plain is ['/', '/', var drive, ':', '/', ..] && char.IsAsciiLetter(drive) ? plain[2..] : plain);
    }

    private static bool IsUnderRoot(string path) =>
        path.IndexOf('/', StringComparison.Ordinal) is > 0 and var end
        && Roots.Contains(path[..end])
        && !path.Contains('\\')
        && !path.Contains("//", StringComparison.Ordinal);

    // With one slash before it at most, and a colon after a drive's letter alone.
    private static bool IsPath(string written)
    {
        var path = written.Replace('\\', '/');
        if (path is ['/', .. var rest])
        {
            path = rest;
        }

        var hasDrive = path.Length >= 2 && char.IsAsciiLetter(path[0]) && path[1] == ':';
        return !path.StartsWith('/') && !path[(hasDrive ? 2 : 0)..].Contains(':');
    }

    // Before Word 2016 a Mac's paths had colons for slashes: a volume, its folders, and the file.
    private static bool IsOldMacPath(string path)
    {
        var names = path.Split(':');
        return names.Length > 2
            && names[0].Length > 1
            && path.AsSpan().IndexOfAny('/', '\\') < 0
            && !names.Any(name => Schemes.Contains(name.Trim()));
    }
}
