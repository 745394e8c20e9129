using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace MicroCred.App.Submission.Documents;

/// <summary>An object stream: objects packed together, after a list of their numbers and places [ISO 32000-1, 7.5.7].</summary>
internal sealed class PdfObjectStream(DictionaryToken dictionary, byte[] data)
{
    private readonly long _first = dictionary.Number("First") ?? 0;

    public IEnumerable<PdfObject> Objects()
    {
        var list = List(dictionary.Number("N") ?? 0);
        return AtTheirPlaces(list).Concat(InARow(list));
    }

    private IEnumerable<PdfObject> AtTheirPlaces(List<(long Number, long Place)> list)
    {
        foreach (var (number, place) in list)
        {
            var scanner = Scanner();
            scanner.Seek(_first + place);
            if (scanner.MoveNext())
                yield return new(number, [scanner.CurrentToken]);
        }
    }

    // As PdfPig does it: where the next one begins within a byte of where the last one ended, it reads on without looking for its place.
    private IEnumerable<PdfObject> InARow(List<(long Number, long Place)> list)
    {
        var scanner = Scanner();
        scanner.Seek(_first);
        foreach (var (number, place) in list)
        {
            if (Math.Abs(_first + place - scanner.CurrentPosition) > 1)
                scanner.Seek(_first + place);
            if (!scanner.MoveNext() || (scanner.CurrentToken is OperatorToken { Data: "endobj" } && !scanner.MoveNext()))
                yield break;
            yield return new(number, [scanner.CurrentToken]);
        }
    }

    private List<(long Number, long Place)> List(long count)
    {
        var scanner = Scanner();
        var list = new List<(long, long)>();
        while (list.Count < count)
        {
            // Without these numbers PdfPig reads the last one again, as many times as are announced.
            if (!scanner.TryReadToken(out NumericToken number)
                || !scanner.TryReadToken(out NumericToken place)
                || place.Long < 0 || _first + place.Long >= data.Length)
                throw new UnreadableContentException("An object stream lists other objects than it announces.");
            list.Add((number.Long, place.Long));
        }
        return list;
    }

    private CoreTokenScanner Scanner() =>
        new(new MemoryInputBytes(data), true, new StackDepthGuard(PdfObjects.DeepestNesting), useLenientParsing: true, isStream: true);
}
