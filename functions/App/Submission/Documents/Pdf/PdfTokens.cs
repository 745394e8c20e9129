using UglyToad.PdfPig.Tokens;

namespace MicroCred.App.Submission.Documents;

/// <summary>Reading what PdfPig makes of an object.</summary>
internal static class PdfTokens
{
    /// <summary>The dictionaries in an object, itself included, however deep.</summary>
    public static IEnumerable<DictionaryToken> Dictionaries(IToken content)
    {
        var open = new Stack<IToken>([content]);
        while (open.TryPop(out var token))
        {
            if (token is DictionaryToken dictionary)
                yield return dictionary;
            foreach (var child in Children(token))
                open.Push(child);
        }
    }

    public static IToken? Get(this DictionaryToken dictionary, string key) => dictionary.Data.GetValueOrDefault(key);

    public static bool Has(this DictionaryToken dictionary, string key) => dictionary.Data.ContainsKey(key);

    /// <summary>The entry where it is a name, written out here.</summary>
    public static string? Name(this DictionaryToken dictionary, string key) => (dictionary.Get(key) as NameToken)?.Data;

    /// <summary>The entry where it is a number, written out here.</summary>
    public static long? Number(this DictionaryToken dictionary, string key) => (dictionary.Get(key) as NumericToken)?.Long;

    /// <summary>The objects referred to by a value: by itself, or as a list.</summary>
    public static IEnumerable<long> References(IToken? value) => value switch
    {
        IndirectReferenceToken reference => [reference.Data.ObjectNumber],
        ArrayToken list => list.Data.OfType<IndirectReferenceToken>().Select(reference => reference.Data.ObjectNumber),
        _ => [],
    };

    /// <summary>References that stand alone: PdfPig leaves these in their three parts.</summary>
    public static IEnumerable<long> BareReferences(IReadOnlyList<IToken> values)
    {
        for (var at = 2; at < values.Count; at++)
        {
            if (values[at] is OperatorToken { Data: "R" } && values[at - 2] is NumericToken number)
                yield return number.Long;
        }
    }

    private static IEnumerable<IToken> Children(IToken token) => token switch
    {
        DictionaryToken dictionary => dictionary.Data.Values,
        ArrayToken array => array.Data,
        _ => [],
    };
}
