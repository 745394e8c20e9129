namespace MicroCred.Inspection.Pdf;

/// <summary>Finds where a stream's data begin and end.</summary>
internal sealed class PdfStreamEnd(PdfBytes bytes, long fileLength)
{
    private const int MostLies = 32;

    private long _noneFrom = long.MaxValue;
    private int _lies;

    /// <summary>Whether a stream began whose end isn't in the file.</summary>
    public bool HasNone => _noneFrom < long.MaxValue;

    /// <summary>
    /// From behind the word "stream" to before the word "endstream", where the position is left. The length that the stream states counts
    /// where that word stands behind it, since data may have the word in them.
    /// </summary>
    public (long Start, long End) Find(PdfDictionary stream)
    {
        var start = SkipLine();
        if (stream.Number("Length") is >= 0 and var length && length <= fileLength - start && _lies < MostLies)
        {
            if (IsEnd(start + length))
            {
                return (start, start + length);
            }

            _lies++;
        }
        bytes.Position = start;
        if (start >= _noneFrom)
        {
            return (start, start);
        }

        if (bytes.SkipTo("endstream"u8))
        {
            return (start, bytes.Position);
        }
        // So that it isn't looked for again and again.
        _noneFrom = start;
        bytes.Position = start;
        return (start, fileLength);
    }

    // One end of line, before which some writers leave blanks.
    private long SkipLine()
    {
        var start = bytes.Position;
        while (bytes.Peek() == ' ')
        {
            bytes.Next();
        }

        if (bytes.Peek() is not ('\r' or '\n'))
        {
            bytes.Position = start;
        }

        if (bytes.Peek() == '\r')
        {
            bytes.Next();
        }

        if (bytes.Peek() == '\n')
        {
            bytes.Next();
        }

        return bytes.Position;
    }

    private bool IsEnd(long end)
    {
        bytes.Position = end;
        while (PdfCharacters.IsWhite(bytes.Peek()))
        {
            bytes.Next();
        }

        foreach (var letter in "endstream"u8)
        {
            if (bytes.Next() != letter)
            {
                return false;
            }
        }
        bytes.Position = end;
        return true;
    }
}
