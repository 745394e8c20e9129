using System.Buffers;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace MicroCred.App.Submission.Documents;

/// <summary>
/// Finds every value in a PDF's bytes, whether the cross-reference table knows of it or not: readers disagree on what counts when that
/// table is
/// broken or there are several, so whatever one of them might use has to be looked at. Streams' data is left alone.
/// </summary>
internal sealed class PdfObjects(Stream file)
{
    /// <summary>As deep as brackets may be nested before the rest is dropped, here as in PdfPig itself.</summary>
    public const int DeepestNesting = 256;

    private const int Piece = 64 * 1024;

    /// <summary>Places within objects' numbers, minus one as PdfPig seeks: who reads from there reads another number.</summary>
    public HashSet<long> InsideNumbers { get; } = [];

    public IEnumerable<PdfObject> All() => Starts().Select(ReadAt).OfType<PdfObject>();

    private PdfObject? ReadAt(PdfValueStart start)
    {
        PdfHeader? header = null;
        if (start.Keyword == PdfKeyword.Obj)
        {
            header = PdfHeader.Before(file, start.At, out var isObject);
            if (!isObject)
                return null;
            for (var digit = 0; digit < header?.Digits - 1; digit++)
                InsideNumbers.Add(header!.Value.At + digit);
        }
        if (start.Keyword == PdfKeyword.Trailer && !PdfKeywords.IsBeforeDictionary(file, start.At))
            return null;
        return ReadValues(start, header?.Number);
    }

    private PdfObject ReadValues(PdfValueStart start, long? number)
    {
        var bytes = new StreamInputBytes(file, shouldDispose: false);
        var scanner = new CoreTokenScanner(bytes, true, new StackDepthGuard(DeepestNesting), useLenientParsing: true);
        scanner.Seek(start.At);
        var values = new List<IToken>();
        while (scanner.MoveNext())
        {
            var word = (scanner.CurrentToken as OperatorToken)?.Data ?? "";
            if (PdfKeywords.IsStream(word) && values.OfType<DictionaryToken>().LastOrDefault() is { } dictionary)
                return new(number, values, dictionary, PdfKeywords.DataAfter(file, scanner.CurrentTokenStart + word.Length));
            if (PdfKeywords.IsEnd(word))
                break;
            if (scanner.CurrentToken is not CommentToken)
                values.Add(scanner.CurrentToken);
            if (start.Keyword == PdfKeyword.Trailer && values.Count > 0)
                break;
        }
        return new(number, values);
    }

    private IEnumerable<PdfValueStart> Starts()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            long seen = 0;
            for (long from = 0; seen < file.Length; from = seen - PdfKeywords.Overlap)
            {
                file.Position = from;
                var read = file.ReadAtLeast(buffer.AsSpan(0, Piece), Piece, throwOnEndOfStream: false);
                foreach (var start in PdfKeywords.In(buffer.AsSpan(0, read), from))
                {
                    if (start.At > seen)
                        yield return start;
                }
                seen = from + read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
