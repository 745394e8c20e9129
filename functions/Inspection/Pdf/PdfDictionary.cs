namespace MicroCred.Inspection.Pdf;

/// <summary>A dictionary. Where it has a key twice both values are kept: readers disagree on which of them counts.</summary>
internal sealed class PdfDictionary((string Key, PdfValue Value)[] entries, bool isEmpty) : PdfValue
{
    public IReadOnlyList<(string Key, PdfValue Value)> Entries => entries;

    /// <summary>Whether nothing at all is in it, entries that weren't kept included.</summary>
    public bool IsEmpty => isEmpty;

    /// <summary>Whether data follow it.</summary>
    public bool IsStream { get; set; }

    public IEnumerable<PdfValue> All(string key)
    {
        foreach (var entry in entries)
        {
            if (entry.Key == key)
            {
                yield return entry.Value;
            }
        }
    }

    public bool Has(string key) => Get(key) is not null;

    public bool HasAny(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Has(key))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The entry, the last where there are several.</summary>
    public PdfValue? Get(string key)
    {
        for (var at = entries.Length - 1; at >= 0; at--)
        {
            if (entries[at].Key == key)
            {
                return entries[at].Value;
            }
        }
        return null;
    }

    /// <summary>The entry where it is a name, written out here.</summary>
    public string? Name(string key) => (Get(key) as PdfName)?.Value;

    /// <summary>The entry where it is a number, written out here.</summary>
    public long? Number(string key) => (Get(key) as PdfNumber)?.Value;
}
