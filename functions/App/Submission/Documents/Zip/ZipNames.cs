namespace MicroCred.App.Submission.Documents;

/// <summary>Which names of entries are taken: relative, with forward slashes, going down only, the same to every system.</summary>
internal static class ZipNames
{
    /// <summary>
    /// A name in the one form in which names are compared: forward slashes, no <c>./</c>, and every letter composed (NFC), since a Mac writes
    /// an ā in a zip as two characters.
    /// </summary>
    public static string Plain(string name)
    {
        var plain = name.Replace('\\', '/');
        var start = 0;
        while (plain.AsSpan(start).StartsWith("./", StringComparison.Ordinal))
            start += 2;
        return plain[start..].Replace("/./", "/", StringComparison.Ordinal).Normalize();
    }

    public static bool IsSafe(string name) =>
        name.Length is > 0 and <= 260
        && name[0] != '/'
        && !name.Contains('\\')
        && !name.Contains(':')
        && !name.Any(char.IsControl)
        && !name.TrimEnd('/').Split('/').Any(part => part is "" or "." or "..");
}
