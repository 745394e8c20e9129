using UglyToad.PdfPig.Tokens;

namespace MicroCred.App.Submission.Documents;

/// <summary>
/// The numbers by which the parts of a PDF's structure announce their size. PdfPig believes them and makes room, gigabytes if told so.
/// </summary>
internal static class PdfDeclarations
{
    private const int WidestRow = 1024;

    public static bool IsObjectStream(DictionaryToken dictionary) => dictionary.Has("N") && dictionary.Has("First");

    public static bool IsCrossReference(DictionaryToken dictionary) => dictionary.Has("W") && dictionary.Has("Size");

    /// <exception cref="UnreadableContentException">More than any honest file of this size would hold.</exception>
    public static void Refuse(DictionaryToken dictionary, int mostObjects)
    {
        if (IsObjectStream(dictionary))
        {
            Require(dictionary.Number("N") is >= 0 and var count && count <= mostObjects);
            Require(dictionary.Number("First") is >= 0 && !HasPredictor(dictionary));
        }

        if (!IsCrossReference(dictionary))
            return;
        Require(dictionary.Get("W") is ArrayToken { Data.Count: 3 } widths
            && widths.Data.All(width => width is NumericToken { Data: >= 0 and <= 8 }));
        Require(dictionary.Number("Size") is >= 0 and var size && size <= mostObjects);
        Require(Listed(dictionary.Get("Index")) <= mostObjects);
        Require(PdfFilters.Parameters(dictionary) is not { } parameters
            || parameters.Data.Values.All(value => value is NumericToken { Data: >= 0 and <= WidestRow }));
    }

    private static bool HasPredictor(DictionaryToken dictionary) =>
        PdfFilters.Parameters(dictionary) is { } parameters && parameters.Number("Predictor") is not (null or 1);

    private static double Listed(IToken? index) => index switch
    {
        null => 0,
        ArrayToken { Data.Count: var count } sections when count % 2 == 0
            && sections.Data.All(number => number is NumericToken { Data: >= 0 }) =>
            sections.Data.Where((_, at) => at % 2 == 1).Sum(number => ((NumericToken)number).Double),
        _ => double.PositiveInfinity,
    };

    private static void Require(bool isSane)
    {
        if (!isSane)
            throw new UnreadableContentException("The structure announces more than the file can hold.");
    }
}
