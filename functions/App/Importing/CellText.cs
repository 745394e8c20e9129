using System.Globalization;
using System.Text;
using MicroCred.Approval;

namespace MicroCred.App.Importing;

/// <summary>How texts and lists stand in a cell of the register's CSV.</summary>
internal static class CellText
{
    /// <summary>
    /// A cell that begins with one of these gets an apostrophe before it: a spreadsheet would take it for a formula, or, of one that begins
    /// with an apostrophe, leave that out.
    /// </summary>
    private const string Guarded = "=+-@＝＋－＠\t\r'";

    /// <summary>How <see cref="List"/> writes texts, for the columns' rules.</summary>
    public const string HowToList =
        @"Within a text, \ before ; | and \ is not the separator but the character itself, and \n is a line break.";

    /// <summary>A cell's content as it is written.</summary>
    public static string Written(string content) => Begins(content, 0) ? $"'{content}" : content;

    /// <summary>The content of a cell: what <see cref="Written"/> was given. An apostrophe that guards nothing is part of the content.</summary>
    public static string Content(string written) => written.StartsWith('\'') && Begins(written, 1) ? written[1..] : written;

    /// <summary>
    /// A list, its items separated by <c>;</c> and their parts by <c>|</c>. Within a part, a backslash stands before each of these and
    /// before a backslash, and <c>\n</c> or <c>\r</c> for the two halves of a line break, so that reading it back gives the original.
    /// </summary>
    public static string List(IEnumerable<string?[]> items) =>
        string.Join(';', items.Select(parts => string.Join('|', parts.Select(Escaped))));

    /// <summary>The items of such a list with their parts; null where a backslash stands before nothing that it may stand before.</summary>
    public static IReadOnlyList<IReadOnlyList<string>>? Items(string list)
    {
        List<List<string>> items =
        [
            [],
        ];
        StringBuilder part = new();
        for (var at = 0; at < list.Length; at++)
        {
            switch (list[at])
            {
                case '\\' when at + 1 < list.Length && Unescaped(list[at + 1]) is { } character:
                    part.Append(character);
                    at++;
                    break;
                case '\\':
                    return null;
                case '|':
                    EndPart();
                    break;
                case ';':
                    EndPart();
                    items.Add([]);
                    break;
                default:
                    part.Append(list[at]);
                    break;
            }
        }

        EndPart();
        return items;

        void EndPart()
        {
            items[^1].Add(part.ToString());
            part.Clear();
        }
    }

    public static string? Whole(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An enum's names, for the columns' rules.</summary>
    public static string OneOf<T>()
        where T : struct, Enum => string.Join(" or ", EnumNames.All<T>());

    private static bool Begins(string text, int at) => text.Length > at && Guarded.Contains(text[at], StringComparison.Ordinal);

    private static string Escaped(string? part) =>
        (part ?? "")
            .Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("|", @"\|", StringComparison.Ordinal)
            .Replace(";", @"\;", StringComparison.Ordinal)
            .Replace("\n", @"\n", StringComparison.Ordinal)
            .Replace("\r", @"\r", StringComparison.Ordinal);

    private static char? Unescaped(char letter) =>
        letter switch
        {
            'n' => '\n',
            'r' => '\r',
            '\\' or '|' or ';' => letter,
            _ => null,
        };
}
