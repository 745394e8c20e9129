namespace MicroCred.Inspection.Zip;

/// <summary>The accepted names of entries: relative, with forward slashes, without parent folders, and valid on every system.</summary>
public static class ZipNames
{
    // The longest path that most programs on Windows accept.
    private const int Longest = 260;

    /// <summary>
    /// A name normalised for comparison: forward slashes, no <c>./</c>, and Unicode NFC, since macOS writes an ā in a zip as two
    /// characters.
    /// </summary>
    public static string Plain(string name)
    {
        var plain = name.Replace('\\', '/');
        var start = 0;
        while (plain.AsSpan(start).StartsWith("./", StringComparison.Ordinal))
        {
            start += 2;
        }

        return plain[start..].Replace("/./", "/", StringComparison.Ordinal).Normalize();
    }

    /// <summary>Why a name is refused, completing "a file whose name …"; null for an acceptable name.</summary>
    /// <param name="name">The normalised name.</param>
    public static string? WhyUnsafe(string name)
    {
        var parts = name.TrimEnd('/').Split('/');
        return name switch
        {
            "" => "is empty",
            _ when name[0] == '/' || parts.Contains("..") || IsDrive(parts[0]) => "leads out of it",
            { Length: > Longest } => $"has more than {Longest} characters",
            _ when name.Contains(':') => "holds a colon, which not every system can have",
            _ when name.Any(char.IsControl) => "holds a control character",
            _ => parts.Any(part => part is "" or ".") ? "has a part that is empty or a dot" : null,
        };
    }

    private static bool IsDrive(string part) => part is [var letter, ':', ..] && char.IsAsciiLetter(letter);
}
