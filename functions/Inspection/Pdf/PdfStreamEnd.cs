namespace MicroCred.Inspection.Pdf;

/// <summary>Finds the start and end of a stream's data.</summary>
internal sealed class PdfStreamEnd(PdfBytes bytes, long fileLength)
{
    private const int MostLies = 32;

    private long _noneFrom = long.MaxValue;
    private int _lies;

    /// <summary>Whether a stream's end is missing from the file.</summary>
    public bool HasNone => _noneFrom < long.MaxValue;

    /// <summary>
    /// The data between the keywords "stream" and "endstream"; the position is left at the latter. The declared length counts where
    /// "endstream" follows it, since data may contain that word.
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
        // Remembered, so that later streams don't search again.
        _noneFrom = start;
        bytes.Position = start;
        return (start, fileLength);
    }

    // One line ending, before which some writers leave spaces.
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
