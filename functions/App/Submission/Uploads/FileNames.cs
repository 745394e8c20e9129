using System.Globalization;
using MicroCred.App.Commands;
using MicroCred.Approval;

namespace MicroCred.App.Submission.Uploads;

/// <summary>Which file names are taken: those that are one name, to a person as to any system.</summary>
internal static class FileNames
{
    private const int Longest = 200;

    /// <summary>The name as it is kept, with every letter composed: macOS writes an ā as two characters.</summary>
    /// <exception cref="RefusedException">No name, a path, or characters that make a name look like another.</exception>
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

    // Control characters, and formatting ones such as those that turn the direction of text and so the end of a name.
    private static bool IsTreacherous(System.Text.Rune rune) =>
        System.Text.Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Surrogate;

    private static RefusedException Refused(string detail) => new(RefusalKind.Malformed, detail);
}
