namespace MicroCred.Inspection.Word;

/// <summary>A field's instruction, taken apart: the word that says what the field does, and what it does it with.</summary>
internal sealed class FieldInstruction(string text, string word, int end)
{
    private const string Quotes = "\"“”„‟«»";

    /// <summary>In capitals; empty where the instruction begins with something else.</summary>
    public string Word => word;

    /// <summary>The texts after it, as they stand there but without quotation marks, switches included.</summary>
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

    /// <summary>Quoted, where a backslash lets a quotation mark stand for itself, or up to the next space.</summary>
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
