namespace MicroCred.Inspection.Pdf;

/// <summary>The sizes that a PDF's structures declare. Readers trust them and allocate memory, even gigabytes.</summary>
internal static class PdfDeclarations
{
    private const int WidestRow = 1024;

    public static bool IsObjectStream(PdfDictionary stream) => stream.Has("N") && stream.Has("First");

    public static bool IsCrossReference(PdfDictionary stream) => stream.Has("W") && stream.Has("Size");

    /// <exception cref="UnreadableContentException">A declared size is larger than in any legitimate file of this size.</exception>
    public static void Refuse(PdfDictionary stream, int mostObjects)
    {
        if (IsObjectStream(stream))
        {
            Require(stream.Number("N") is >= 0 and var count && count <= mostObjects);
            Require(stream.Number("First") is >= 0);
        }

        if (!IsCrossReference(stream))
        {
            return;
        }

        Require(
            stream.Get("W") is PdfList { Items.Length: 3 } widths && widths.Items.All(width => width is PdfNumber { Value: >= 0 and <= 8 })
        );
        Require(stream.Number("Size") is >= 0 and var size && size <= mostObjects);
        Require(Listed(stream.Get("Index")) <= mostObjects);
        Require(
            PdfFilters.Parameters(stream) is not { } parameters
                || parameters.Entries.All(entry => entry.Value is PdfNumber { Value: >= 0 and <= WidestRow })
        );
    }

    private static double Listed(PdfValue? index) =>
        index switch
        {
            null => 0,
            PdfList { Items.Length: var count } sections
                when count % 2 == 0 && sections.Items.All(number => number is PdfNumber { Value: >= 0 }) => sections
                .Items.Where((_, at) => at % 2 == 1)
                .Sum(number => (double)((PdfNumber)number).Value),
            _ => double.PositiveInfinity,
        };

    private static void Require(bool isSane)
    {
        if (!isSane)
        {
            throw new UnreadableContentException("The structure announces more than the file can hold.");
        }
    }
}
