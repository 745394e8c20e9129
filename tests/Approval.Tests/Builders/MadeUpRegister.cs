using System.Globalization;

namespace MicroCred.Approval.Tests;

/// <summary>
/// A register that is made up, the same for a seed. Entries are as alike as real ones: each is about one of some subjects, whose words it
/// shares with others, and says it in the phrases that all use.
/// </summary>
internal sealed class MadeUpRegister
{
    private const int WordsOfAll = 12_000;
    private const int Subjects = 240;
    private const int WordsOfASubject = 90;

    private static readonly string[] Syllables =
    [
        .. from first in (string[])["b", "ch", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "wh", "z"]
        from second in (string[])["a", "e", "i", "o", "u", "ā", "ō", "ai", "er", "in", "on", "al"]
        select first + second,
    ];

    private static readonly string[] Titles =
    [
        "Introduction to {0} {1}",
        "{0} {1} for beginners",
        "Advanced {0} and {1}",
        "Working with {0} in {1}",
        "Foundations of {0} {1} {2}",
        "{0} {1}: {2}",
        "Leading {0} teams in {1}",
        "Applied {0} {1} skills",
    ];

    private static readonly string[] Purposes =
    [
        "The purpose of this micro-credential is to give learners the skills and knowledge to {0} {1} in a {2} setting.",
        "It is for people who work in {0} and want to move into {1} or to supervise {2}.",
        "Graduates will be able to contribute to {0}, their whānau and their community by way of {1} and {2}.",
        "Employers have asked for people who understand {0} and can use {1} under supervision.",
    ];

    private static readonly string[] Outcomes =
    [
        "Explain the principles of {0} and {1} and apply them to {2}.",
        "Select and use {0} to {1} {2} safely and in accordance with the requirements of the workplace.",
        "Evaluate {0} in the context of {1} and recommend improvements to {2}.",
        "Communicate with {0} about {1} and {2} in a way that is culturally appropriate.",
        "Plan, carry out and report on {0} with {1} and {2}.",
        "Demonstrate knowledge of {0}, {1} and the legislation that governs {2}.",
    ];

    private readonly Random _random;
    private readonly string[] _words;
    private readonly string[][] _subjects;
    private readonly Provider[] _providers;
    private readonly StandardContent[] _standards;

    public MadeUpRegister(int seed)
    {
        _random = new Random(seed);
        _words =
        [
            .. Enumerable
                .Range(0, WordsOfAll)
                .Select(_ => string.Concat(Enumerable.Range(0, _random.Next(2, 5)).Select(_ => Any(Syllables)))),
        ];
        _subjects = [.. Enumerable.Range(0, Subjects).Select(_ => Enumerable.Range(0, WordsOfASubject).Select(_ => Any(_words)).ToArray())];
        _providers =
        [
            .. Enumerable
                .Range(0, 300)
                .Select(at => new Provider(
                    ProviderNumber.Parse($"{6000 + at}"),
                    $"{Any(_words)} {Any(_words)} Institute",
                    Any(Enum.GetValues<ProviderType>())
                )),
        ];
        _standards =
        [
            .. Enumerable
                .Range(0, 8_000)
                .Select(at => new StandardContent(20_000 + at, 1, $"Demonstrate {Any(_words)} {Any(_words)} {Any(_words)}", 3, 2)),
        ];
    }

    /// <summary>Entries with the numbers from 1.</summary>
    public IReadOnlyList<RegisterEntry> Entries(int count) => [.. Enumerable.Range(1, count).Select(Entry)];

    /// <summary>
    /// The words of somebody who repeats an entry and changes them: the title says one word otherwise, one outcome is left out, the others
    /// come in another order, and of all words some are other ones, or are left out.
    /// </summary>
    /// <param name="entry">The entry.</param>
    /// <param name="changed">The share of words that are other ones, or are left out, from 0 to 1.</param>
    public Description NearDuplicateOf(RegisterEntry entry, double changed)
    {
        var title = entry.Title.Split(' ');
        title[_random.Next(title.Length)] = Any(_words);
        var outcomes = entry.Outcomes.Select(outcome => Changed(outcome, changed)).ToArray();
        _random.Shuffle(outcomes);
        return new(string.Join(' ', title), Changed(entry.Purpose, changed), outcomes[1..]);
    }

    /// <summary>A word with one slip of the keyboard.</summary>
    public string Slipped(string word)
    {
        var at = _random.Next(word.Length);
        return _random.Next(3) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, "x"),
            _ => word[..at] + "x" + word[(at + 1)..],
        };
    }

    public T Any<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    private RegisterEntry Entry(int number)
    {
        var subject = Any(_subjects);
        var narrow = Any(Nzsced.NarrowFields);
        var approvedOn = new DateOnly(2018, 8, 1).AddDays(_random.Next(3_000));
        var provider = Any(_providers);
        return new(
            number,
            1,
            number <= 9_000 ? ReportingCode.Parse((number + 999).ToString("D4", CultureInfo.InvariantCulture)) : null,
            Said(Any(Titles), subject),
            Level.Create(_random.Next(1, 11)),
            Credits.Create(_random.Next(5, 41)),
            NzscedCode.Parse(narrow.Code + "01"),
            provider,
            [provider],
            Any(Enum.GetValues<UseCase>()),
            string.Join(' ', Purposes.OrderBy(_ => _random.Next()).Take(3).Select(phrase => Said(phrase, subject))),
            [.. Outcomes.OrderBy(_ => _random.Next()).Take(_random.Next(3, 6)).Select(phrase => Said(phrase, subject))],
            [DeliveryMode.Online],
            [.. Enumerable.Range(0, _random.Next(4)).Select(_ => Any(_standards))],
            approvedOn,
            approvedOn.AddYears(1),
            LastEnrolment: null,
            LastAchievement: null,
            _random.Next(20) == 0 ? RegisterStatus.Discontinued : RegisterStatus.Current,
            Funding: null,
            Guid.Empty
        );
    }

    private string Said(string phrase, string[] subject) =>
        string.Format(CultureInfo.InvariantCulture, phrase, Any(subject), Any(subject), Any(subject));

    private string Changed(string text, double share) =>
        string.Join(
            ' ',
            text.Split(' ')
                .Select(word =>
                    _random.NextDouble() >= share ? word
                    : _random.Next(3) == 0 ? ""
                    : Any(_words)
                )
                .Where(word => word.Length > 0)
        );
}
