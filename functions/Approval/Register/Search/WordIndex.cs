using System.Runtime.InteropServices;

namespace MicroCred.Approval;

/// <summary>
/// Which documents have a word, and where. Documents are small numbers from 0, since callers keep arrays by them. Not safe for a change
/// beside anything else.
/// </summary>
internal sealed class WordIndex
{
    /// <summary>From this length a word's first letters stand for it.</summary>
    private const int ShortestBeginning = 3;

    /// <summary>From this length a word is recognised in spite of a slip.</summary>
    private const int ShortestForgiven = 5;

    private readonly Dictionary<string, Word> _words = [];
    private readonly Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> _spans;
    private readonly List<Word> _all = [];

    public WordIndex() => _spans = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds a document's text. A word that it has in several places counts as in the highest.</summary>
    public void Add(int document, string text, WordPlace place)
    {
        var folded = PlainText.Searchable(text).AsSpan();
        foreach (var range in folded.Split(' '))
        {
            if (folded[range] is { Length: > 0 } word)
            {
                WordOf(word).Add(document, place);
            }
        }
    }

    /// <summary>Removes the words of a document's text, wherever the document has them.</summary>
    public void Remove(int document, string text)
    {
        var folded = PlainText.Searchable(text).AsSpan();
        foreach (var range in folded.Split(' '))
        {
            if (_spans.TryGetValue(folded[range], out var word))
            {
                word.Remove(document);
            }
        }
    }

    /// <summary>The word itself; null where no document has it.</summary>
    public Word? Find(string word) => _words.GetValueOrDefault(word);

    /// <summary>The word itself and those that it may be meant for, each once. A number is meant as it is.</summary>
    public IEnumerable<(Word Word, WordMatch Match)> FindAlike(string word)
    {
        if (Find(word) is { } same)
        {
            yield return (same, WordMatch.Exact);
        }

        if (word.All(char.IsDigit))
        {
            yield break;
        }

        foreach (var other in _all)
        {
            if (
                other.Text.Length > word.Length
                && word.Length >= ShortestBeginning
                && other.Text.StartsWith(word, StringComparison.Ordinal)
            )
            {
                yield return (other, WordMatch.Beginning);
            }
            else if (Math.Max(other.Text.Length, word.Length) >= ShortestForgiven && Slips.IsOne(word, other.Text))
            {
                yield return (other, WordMatch.Slip);
            }
        }
    }

    private Word WordOf(ReadOnlySpan<char> text)
    {
        if (!_spans.TryGetValue(text, out var word))
        {
            word = new Word(text.ToString());
            _words[word.Text] = word;
            _all.Add(word);
        }

        return word;
    }

    /// <summary>A word, with the documents that have it in ascending order.</summary>
    internal sealed class Word(string text)
    {
        private readonly List<int> _postings = [];

        public string Text { get; } = text;

        /// <summary>How many documents have it.</summary>
        public int Count => _postings.Count;

        /// <summary>The documents, each with the place where it has the word; see <see cref="DocumentOf"/>.</summary>
        public ReadOnlySpan<int> Postings => CollectionsMarshal.AsSpan(_postings);

        public static int DocumentOf(int posting) => posting >> 1;

        public static WordPlace PlaceOf(int posting) => (WordPlace)(posting & 1);

        public void Add(int document, WordPlace place)
        {
            var at = PositionOf(document);
            var posting = (document << 1) | (int)place;
            if (at == _postings.Count || DocumentOf(_postings[at]) != document)
            {
                _postings.Insert(at, posting);
            }
            else
            {
                _postings[at] = Math.Max(_postings[at], posting);
            }
        }

        public void Remove(int document)
        {
            var at = PositionOf(document);
            if (at < _postings.Count && DocumentOf(_postings[at]) == document)
            {
                _postings.RemoveAt(at);
            }
        }

        /// <summary>Where the document is, or would be. Most come in ascending order.</summary>
        private int PositionOf(int document)
        {
            if (_postings.Count == 0 || DocumentOf(_postings[^1]) < document)
            {
                return _postings.Count;
            }

            var at = _postings.BinarySearch(document << 1);
            return at < 0 ? ~at : at;
        }
    }
}
