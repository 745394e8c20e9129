namespace MicroCred.Inspection.Word;

/// <summary>
/// Whether a target is on the document author's own machine. Word writes the path of the author's template into every document made from
/// one, so such paths are common, and resolve to nothing on another machine.
/// </summary>
internal static class OutsideAddress
{
    // The first folders of paths on macOS or Linux. Word for Mac writes four slashes before them, as others do before a server's name.
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

    // Schemes left by a picture pasted from a mail or a browser: they identify it within that, and can't be fetched from elsewhere.
    private static readonly string[] Leftovers = ["cid:", "about:", "data:", "blob:", "applewebdata:", "webkit-fake-url:"];

    /// <summary>The address as shown in a refusal.</summary>
    public static string Shown(string address) => ShownText.Of(address, 200);

    /// <summary>Such as C:\…, file:///C:/…, file:////Users/…, Macintosh HD:Users:…, /Applications/… or a bare name; never a host.</summary>
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
        // Some programs omit the third slash before a drive.
        return IsPath(plain is ['/', '/', var drive, ':', '/', ..] && char.IsAsciiLetter(drive) ? plain[2..] : plain);
    }

    private static bool IsUnderRoot(string path) =>
        path.IndexOf('/', StringComparison.Ordinal) is > 0 and var end
        && Roots.Contains(path[..end])
        && !path.Contains('\\')
        && !path.Contains("//", StringComparison.Ordinal);

    // At most one leading slash, and a colon only after a drive letter.
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

    // Before Word 2016, Mac paths had colons for slashes: a volume, its folders, and the file.
    private static bool IsOldMacPath(string path)
    {
        var names = path.Split(':');
        return names.Length > 2
            && names[0].Length > 1
            && path.AsSpan().IndexOfAny('/', '\\') < 0
            && !names.Any(name => Schemes.Contains(name.Trim()));
    }
}
