namespace MicroCred.App.Submission.Documents;

/// <summary>Which names of entries are taken: relative, with forward slashes, going down only, the same to every system.</summary>
internal static class ZipNames
{
    public static bool IsSafe(string name) =>
        name.Length is > 0 and <= 260
        && name[0] != '/'
        && !name.Contains('\\')
        && !name.Contains(':')
        && !name.Any(char.IsControl)
        && !name.TrimEnd('/').Split('/').Any(part => part is "" or "." or "..");
}
