using System.Globalization;
using MicroCred.App.Commands;
using MicroCred.Approval;

namespace MicroCred.App.Submission.Uploads;

/// <summary>Validates file names: a single name, safe for people and on every system.</summary>
internal static class FileNames
{
    private const int Longest = 200;

    /// <summary>The name as it is stored, with composed characters: macOS sends an ā as two.</summary>
    /// <exception cref="RefusedException">It is empty, a path, or has characters that make it look like another name.</exception>
    public static string Checked(string? name)
    {
        var trimmed = name?.Trim() ?? "";
        if (trimmed.Length == 0)
        {
            throw Refused("The file has no name. Send it with one, such as curriculum.pdf.");
        }

        if (trimmed.AsSpan().IndexOfAny('/', '\\', ':') >= 0 || trimmed is "." or "..")
        {
            throw Refused("The file's name has a path in it. Send the name alone, such as curriculum.pdf.");
        }

        if (trimmed.EnumerateRunes().Any(IsTreacherous))
        {
            throw Refused("The file's name has characters in it that can't be seen. Type the name anew.");
        }

        var composed = trimmed.Normalize();
        return composed.Length <= Longest ? composed : throw Refused($"The file's name is longer than {Longest} characters.");
    }

    // Control characters, and formatting characters such as those that reverse the text direction and so disguise the file extension.
    private static bool IsTreacherous(System.Text.Rune rune) =>
        System.Text.Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Surrogate;

    private static RefusedException Refused(string detail) => new(RefusalKind.Malformed, detail);
}
