namespace MicroCred.Inspection.Zip;

/// <summary>Which names of entries are taken: relative, with forward slashes, going down only, the same to every system.</summary>
public static class ZipNames
{
    // As long as a path may be to most programs on Windows.
    private const int Longest = 260;

    /// <summary>
    /// A name in the one form in which names are compared: forward slashes, no <c>./</c>, and every letter composed (NFC), since a Mac
    /// writes an ā in a zip as two characters.
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

    /// <summary>What stands against a name, to finish "a file whose name …"; null for nothing.</summary>
    /// <param name="name">The name in its plain form.</param>
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
