namespace MicroCred.Inspection.Word;

/// <summary>A parsed field instruction: the field's type and its arguments.</summary>
internal sealed class FieldInstruction(string text, string word, int end)
{
    private const string Quotes = "\"“”„‟«»";

    /// <summary>The field's type in capitals; empty where the instruction doesn't begin with a word.</summary>
    public string Word => word;

    /// <summary>The arguments, switches included, without quotation marks but otherwise unchanged.</summary>
    public IEnumerable<string> Arguments => Split(text, end);

    public static FieldInstruction Read(string text)
    {
        var start = 0;
        while (start < text.Length && (text[start] == ' ' || Quotes.Contains(text[start])))
        {
            start++;
        }

        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return new FieldInstruction(text, text[start..end].ToUpperInvariant(), end);
    }

    /// <summary>An argument is quoted, with a backslash before a literal quotation mark, or ends at the next space.</summary>
    private static IEnumerable<string> Split(string text, int at)
    {
        while (at < text.Length)
        {
            if (text[at] == ' ')
            {
                at++;
                continue;
            }

            var isQuoted = Quotes.Contains(text[at]);
            var start = isQuoted ? at + 1 : at;
            for (
                at = start;
                at < text.Length && !(isQuoted ? Quotes.Contains(text[at]) : text[at] == ' ' || Quotes.Contains(text[at]));
                at++
            )
            {
                if (text[at] == '\\')
                {
                    at++;
                }
            }

            at = Math.Min(at, text.Length);
            yield return text[start..at];
            if (isQuoted)
            {
                at++;
            }
        }
    }
}
