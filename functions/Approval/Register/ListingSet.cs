using System.Globalization;

namespace MicroCred.Approval;

/// <summary>Sets of listings that a provider made alike on purpose, recognised by their titles.</summary>
internal static class ListingSet
{
    private static readonly string[] Dividers = [":", "–", "—", " - ", "(", "|"];

    /// <summary>Words that tell the members of a set apart.</summary>
    private static readonly HashSet<string> Marks =
    [
        "i",
        "ii",
        "iii",
        "iv",
        "v",
        "vi",
        "vii",
        "viii",
        "ix",
        "x",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "part",
        "level",
        "stage",
        "step",
        "module",
        "unit",
        "introduction",
        "introductory",
        "beginner",
        "beginners",
        "basic",
        "basics",
        "foundation",
        "foundations",
        "elementary",
        "essential",
        "essentials",
        "intermediate",
        "advanced",
        "further",
    ];

    /// <summary>
    /// Whether two titles of one provider belong to a set: they begin alike and differ after a colon, a dash or a bracket, or they differ
    /// only in marks of order, such as a number, a single letter or "advanced".
    /// </summary>
    public static bool Holds(string one, string other) => DivideAlike(one, other) || DifferInMarks(one, other);

    private static bool DivideAlike(string one, string other)
    {
        var (first, second) = (Divided(one), Divided(other));
        return first.Head.Length > 0
            && first.Head == second.Head
            && first.Tail.Length > 0
            && second.Tail.Length > 0
            && first.Tail != second.Tail;
    }

    private static bool DifferInMarks(string one, string other)
    {
        var (first, second) = (PlainText.Words(one), PlainText.Words(other));
        return first.Where(word => !IsMark(word)).SequenceEqual(second.Where(word => !IsMark(word)))
            && first.Any(word => !IsMark(word))
            && !Singular(first).SequenceEqual(Singular(second));
    }

    private static (string Head, string Tail) Divided(string title)
    {
        var at = Dividers
            .Select(divider => title.IndexOf(divider, StringComparison.Ordinal))
            .Where(place => place >= 0)
            .DefaultIfEmpty(title.Length)
            .Min();
        return (Plain(title[..at]), Plain(title[at..]));
    }

    private static string Plain(string text) => string.Join(' ', PlainText.Words(text));

    private static IEnumerable<string> Singular(IEnumerable<string> words) => words.Select(word => word.TrimEnd('s'));

    private static bool IsMark(string word) =>
        word.Length == 1 || Marks.Contains(word) || int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
