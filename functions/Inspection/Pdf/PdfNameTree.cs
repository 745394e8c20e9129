namespace MicroCred.Inspection.Pdf;

/// <summary>A name tree [ISO 32000-1, 7.9.6].</summary>
internal static class PdfNameTree
{
    /// <summary>Whether the name tree at this entry has any name.</summary>
    public static bool HasAny(PdfDictionary parent, string key, PdfContents contents)
    {
        var seen = new HashSet<PdfValue>();
        var open = new Stack<PdfValue>(contents.Resolve(parent, key));
        while (open.TryPop(out var next))
        {
            if (next is not PdfDictionary node || !seen.Add(node))
            {
                continue;
            }

            if (Items(node, "Names", contents).Any())
            {
                return true;
            }

            foreach (var kid in Items(node, "Kids", contents).SelectMany(contents.Resolve))
            {
                open.Push(kid);
            }
        }
        return false;
    }

    private static IEnumerable<PdfValue> Items(PdfDictionary node, string key, PdfContents contents) =>
        contents.Resolve(node, key).OfType<PdfList>().SelectMany(list => list.Items);
}
