namespace MicroCred.Inspection.Pdf;

/// <summary>A dictionary. It keeps all values of a duplicate key, since readers disagree on which one counts.</summary>
internal sealed class PdfDictionary((string Key, PdfValue Value)[] entries, bool isEmpty) : PdfValue
{
    public IReadOnlyList<(string Key, PdfValue Value)> Entries => entries;

    /// <summary>Whether the dictionary has no entries, including entries that weren't kept.</summary>
    public bool IsEmpty => isEmpty;

    /// <summary>Whether stream data follow the dictionary.</summary>
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

    /// <summary>The entry's value; of duplicates, the last.</summary>
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

    /// <summary>The entry's value where it is a direct name.</summary>
    public string? Name(string key) => (Get(key) as PdfName)?.Value;

    /// <summary>The entry's value where it is a direct number.</summary>
    public long? Number(string key) => (Get(key) as PdfNumber)?.Value;
}
