using System.Text;

namespace MicroCred.Inspection.Word;

/// <summary>The beginning of a text that arrives in pieces, with each run of white space reduced to one space.</summary>
internal sealed class FieldText
{
    // Enough to judge a field; reference managers keep whole bibliographies in theirs.
    private const int Enough = 1024;

    private StringBuilder? _text;

    /// <summary>True where the text was longer.</summary>
    public bool IsCut { get; private set; }

    public void Add(ReadOnlySpan<char> piece)
    {
        foreach (var letter in piece)
        {
            if (IsCut)
            {
                return;
            }

            Add(letter);
        }
    }

    public override string ToString() => _text?.ToString() ?? "";

    private void Add(char letter)
    {
        _text ??= new StringBuilder();
        var isSpace = char.IsWhiteSpace(letter) || char.IsControl(letter);
        if (isSpace && (_text.Length == 0 || _text[^1] == ' '))
        {
            return;
        }

        IsCut = _text.Length == Enough;
        if (!IsCut)
        {
            _text.Append(isSpace ? ' ' : letter);
        }
    }
}
