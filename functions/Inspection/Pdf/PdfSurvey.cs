namespace MicroCred.Inspection.Pdf;

/// <summary>Scans a PDF from its first byte to its last and finds every object, table and trailer.</summary>
internal sealed class PdfSurvey(Stream file, InspectionLimits limits)
{
    private readonly PdfTables _tables = new(limits);
    private readonly PdfStreamData _data = new(file, limits);

    /// <summary>What was found.</summary>
    public PdfContents Contents { get; } = new(limits, file.Length);

    /// <summary>
    /// Finds every object that any reader may find. An apparent object in a stream's data, a string or a comment counts as text, unless the
    /// cross-reference points to it or is so broken that readers search for objects themselves.
    /// </summary>
    /// <returns>Whether the document agrees with its cross-reference.</returns>
    public bool Take()
    {
        ReadOnwards();
        var isSound = _tables.Hold(Contents) && PdfPages.Of(Contents, PdfCatalogs.Named(Contents))?.Nodes.All(_tables.Lists) == true;
        if (!isSound)
        {
            ReadHidden();
        }

        return isSound;
    }

    private void ReadOnwards()
    {
        var reading = Reading(isHidden: false);
        var lexer = reading.Lexer;
        (long Number, long Start)? first = null,
            second = null;
        while (lexer.NextOutside() is var token && token != PdfToken.End)
        {
            (first, second) = token == PdfToken.Number ? (second, (lexer.Number, lexer.Start)) : TakeWord(reading, first, second);
        }
    }

    private static ((long, long)?, (long, long)?) TakeWord(PdfReading reading, (long Number, long Start)? first, (long, long)? second)
    {
        var word = reading.Lexer.Word;
        if (PdfWords.IsObj(word) && first is { } head && second is not null)
        {
            reading.After("obj"u8.Length).ReadObject(head.Number, head.Start);
        }
        else if (word.StartsWith("endobj"u8))
        {
            reading.After("endobj"u8.Length);
        }
        else if (PdfWords.IsTrailer(word))
        {
            reading.After("trailer"u8.Length).ReadTrailer();
        }
        else if (PdfWords.IsStart(word))
        {
            reading.After("startxref"u8.Length).ReadStart();
        }
        else if (PdfWords.IsTable(word))
        {
            reading.After("xref"u8.Length).ReadTable();
        }

        return (null, null);
    }

    private void ReadHidden()
    {
        var known = Contents.Objects.Select(found => found.Content).ToHashSet();
        var search = new PdfBytes(file, limits.ReadingOf(file.Length));
        var reading = Reading(isHidden: true);
        while (search.SkipTo("obj"u8))
        {
            var content = search.Position + "obj"u8.Length;
            if (!known.Contains(content) && PdfHeader.Before(file, content) is { } header)
            {
                reading.Bytes.Position = content;
                reading.ReadObject(header.Number, header.Start);
            }
            search.Position = content;
        }
        _tables.Hold(Contents);
        if (Contents.Trailers.Exists(trailer => trailer.Has("Root")))
        {
            return;
        }

        search.Position = 0;
        while (search.SkipTo("trailer"u8))
        {
            search.Position += "trailer"u8.Length;
            reading.Bytes.Position = search.Position;
            reading.ReadTrailer();
        }
    }

    private PdfReading Reading(bool isHidden) => new(file, Contents, _tables, _data, limits, isHidden);
}
