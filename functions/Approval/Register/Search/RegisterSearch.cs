using System.Buffers;
using System.Globalization;

namespace MicroCred.Approval;

/// <summary>
/// Finds entries by words of their titles, outcomes, standards and providers, by number and by reporting code. Macrons and other accents
/// don't count. Exact matches come first, then words that begin with one of the search, then those with a slip of the keyboard; among equal
/// ones those with more of the words in their titles. Not safe for a change beside anything else.
/// </summary>
public sealed class RegisterSearch
{
    /// <summary>A rank's part for the places of words; the higher part is for how well the words match.</summary>
    private const int Places = 1000;

    private static readonly Comparer<RegisterPlace> LastFirst = Comparer<RegisterPlace>.Create(
        (one, other) => RegisterPlace.BestFirst(other, one)
    );

    private readonly WordIndex _words = new();
    private readonly Dictionary<int, int> _documents = [];
    private readonly List<RegisterEntry> _entries = [];

    /// <summary>By document: the title's words between single spaces.</summary>
    private readonly List<string> _titles = [];

    /// <summary>Adds an entry, replacing the one with the same number; nothing changes for one that is there.</summary>
    public void Add(RegisterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (_documents.TryGetValue(entry.Number, out var document))
        {
            if (ReferenceEquals(_entries[document], entry))
            {
                return;
            }

            foreach (var (text, _) in TextsOf(_entries[document]))
            {
                _words.Remove(document, text);
            }

            _entries[document] = entry;
            _titles[document] = Spaced(entry.Title);
        }
        else
        {
            document = _documents[entry.Number] = _entries.Count;
            _entries.Add(entry);
            _titles.Add(Spaced(entry.Title));
        }

        foreach (var (text, place) in TextsOf(entry))
        {
            _words.Add(document, text, place);
        }
    }

    /// <summary>A page of the entries that the query finds.</summary>
    public FoundEntries Find(RegisterQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var phrase = Spaced(string.Join(' ', query.Words));
        var words = Distinct(phrase);
        if (words.Length == 0 && query.Words.Count > 0)
        {
            return new([], Next: null, Total: 0);
        }

        var (costs, found) = (Rented(), Rented());
        try
        {
            for (var at = 0; at < words.Length; at++)
            {
                Match(words[at], at, costs, found);
            }

            return PageOf(query, words, phrase, costs, found);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(costs);
            ArrayPool<int>.Shared.Return(found);
        }
    }

    /// <summary>
    /// The entries that are likely to be like a micro-credential: those that share the most telling words with it, and those that share
    /// them with its title. <see cref="Likeness"/> then says how alike they are.
    /// </summary>
    /// <param name="wanted">The micro-credential.</param>
    /// <param name="most">The maximum number of entries of each kind.</param>
    public IEnumerable<RegisterEntry> Candidates(Description wanted, int most)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var title = Distinct(wanted.Title);
        var (byTitle, byText) = (new float[_entries.Count], new float[_entries.Count]);
        foreach (var (word, match) in title.SelectMany(_words.FindAlike))
        {
            var weight = WeightOf(word) / (1 + (int)match);
            foreach (var posting in word.Postings)
            {
                if (WordIndex.Word.PlaceOf(posting) == WordPlace.Title)
                {
                    byTitle[WordIndex.Word.DocumentOf(posting)] += weight;
                }
            }
        }

        foreach (
            var word in Distinct(string.Join(' ', [wanted.Title, .. wanted.Outcomes, wanted.Purpose]))
                .Select(_words.Find)
                .OfType<WordIndex.Word>()
        )
        {
            var weight = WeightOf(word);
            foreach (var posting in word.Postings)
            {
                byText[WordIndex.Word.DocumentOf(posting)] += weight;
            }
        }

        for (var document = 0; document < byTitle.Length; document++)
        {
            if (byTitle[document] > 0)
            {
                byTitle[document] /= _titles[document].AsSpan().Count(' ') + title.Length;
            }
        }

        return Heaviest(byTitle, most).Concat(Heaviest(byText, most)).Distinct().Select(document => _entries[document]);
    }

    /// <summary>The fewer entries have a word, the more it tells.</summary>
    private float WeightOf(WordIndex.Word word) => MathF.Log(1 + ((float)_entries.Count / Math.Max(1, word.Count)));

    private static IEnumerable<int> Heaviest(float[] weights, int most)
    {
        PriorityQueue<int, float> heaviest = new();
        for (var document = 0; document < weights.Length; document++)
        {
            if (weights[document] <= 0)
            {
                continue;
            }

            if (heaviest.Count < most)
            {
                heaviest.Enqueue(document, weights[document]);
            }
            else
            {
                heaviest.EnqueueDequeue(document, weights[document]);
            }
        }

        return heaviest.UnorderedItems.Select(item => item.Element);
    }

    private static string[] Distinct(string text) =>
        [.. PlainText.Searchable(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()];

    /// <summary>Adds a word's best match to the cost of each document that has all words before it.</summary>
    /// <param name="word">The word.</param>
    /// <param name="before">How many words there were before it.</param>
    /// <param name="costs">By document: the cost of the words found so far.</param>
    /// <param name="found">By document: how many of them it has.</param>
    private void Match(string word, int before, int[] costs, int[] found)
    {
        const int never = int.MaxValue;
        var best = Rented(never);
        foreach (var (alike, match) in _words.FindAlike(word))
        {
            foreach (var posting in alike.Postings)
            {
                var cost = ((int)match * Places) + (WordIndex.Word.PlaceOf(posting) == WordPlace.Title ? 0 : 1);
                ref var least = ref best[WordIndex.Word.DocumentOf(posting)];
                least = Math.Min(least, cost);
            }
        }

        for (var document = 0; document < _entries.Count; document++)
        {
            if (best[document] != never && found[document] == before)
            {
                found[document]++;
                costs[document] += best[document];
            }
        }

        ArrayPool<int>.Shared.Return(best);
    }

    private FoundEntries PageOf(RegisterQuery query, string[] words, string phrase, int[] costs, int[] found)
    {
        PriorityQueue<int, RegisterPlace> best = new(LastFirst);
        var total = 0;
        for (var document = 0; document < _entries.Count; document++)
        {
            if (found[document] != words.Length || !query.Fits(_entries[document]))
            {
                continue;
            }

            total++;
            RegisterPlace place = new(RankOf(document, words, phrase, costs[document]), _entries[document].Number);
            if (query.After is { } after && RegisterPlace.BestFirst(place, after) <= 0)
            {
                continue;
            }

            if (best.Count <= query.Limit)
            {
                best.Enqueue(document, place);
            }
            else
            {
                best.EnqueueDequeue(document, place);
            }
        }

        List<(int Document, RegisterPlace Place)> page = [.. best.UnorderedItems.OrderByDescending(match => match.Priority, LastFirst)];
        return new(
            [.. page.Take(query.Limit).Select(match => _entries[match.Document])],
            page.Count > query.Limit ? page[query.Limit - 1].Place : null,
            total
        );
    }

    /// <summary>People usually search for a title, so of those with every word as it is the ones come first whose title is most like it.</summary>
    private int RankOf(int document, string[] words, string phrase, int cost)
    {
        const int withoutPhrase = 4;
        if (words.Length == 0 || cost >= Places)
        {
            return cost;
        }

        var title = _titles[document];
        return words.Length == 1 && _entries[document].Code?.ToString() == words[0] ? 0
            : cost > 0 ? withoutPhrase + cost
            : title == phrase ? 1
            : title.StartsWith(phrase, StringComparison.Ordinal) ? 2
            : title.Contains(phrase, StringComparison.Ordinal) ? 3
            : withoutPhrase;
    }

    /// <summary>An array by document from the pool, which may be longer.</summary>
    private int[] Rented(int filledWith = 0)
    {
        var array = ArrayPool<int>.Shared.Rent(_entries.Count);
        Array.Fill(array, filledWith);
        return array;
    }

    private static IEnumerable<(string Text, WordPlace Place)> TextsOf(RegisterEntry entry)
    {
        yield return (entry.Title, WordPlace.Title);
        yield return (entry.Number.ToString(CultureInfo.InvariantCulture), WordPlace.Title);
        if (entry.Code is { } code)
        {
            yield return (code.ToString(), WordPlace.Title);
        }

        foreach (var outcome in entry.Outcomes)
        {
            yield return (outcome, WordPlace.Text);
        }

        foreach (var provider in entry.Deliverers.Prepend(entry.Developer))
        {
            yield return (provider.Name, WordPlace.Text);
            yield return (provider.Number.ToString(), WordPlace.Text);
        }

        foreach (var standard in entry.Standards)
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"{standard.Number} {standard.Title}"), WordPlace.Text);
        }
    }

    private static string Spaced(string text) =>
        $" {string.Join(' ', PlainText.Searchable(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))} ";
}
