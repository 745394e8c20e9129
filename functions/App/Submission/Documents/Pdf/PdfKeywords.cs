namespace MicroCred.App.Submission.Documents;

/// <summary>The words that structure a PDF, found in its bytes.</summary>
internal static class PdfKeywords
{
    /// <summary>How far pieces have to overlap for no keyword to fall between them, the "end" of "endobj" included.</summary>
    public const int Overlap = 10;

    /// <summary>
    /// Whether a word ends an object's values, for PdfPig: it also takes "endobj" and others with something run into them.
    /// </summary>
    public static bool IsEnd(string word) =>
        word == "obj"
        || word.EndsWith("endobj", StringComparison.Ordinal)
        || word.EndsWith("xref", StringComparison.Ordinal)
        || IsStream(word);

    /// <summary>Whether a stream's data follows, or its end.</summary>
    public static bool IsStream(string word) => word.EndsWith("stream", StringComparison.Ordinal);

    /// <summary>Where values may begin in a piece of the file.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="offset">Where it is in the file.</param>
    public static List<PdfValueStart> In(ReadOnlySpan<byte> piece, long offset)
    {
        var starts = new List<PdfValueStart>();
        Add(starts, piece, offset, "obj"u8, PdfKeyword.Obj);
        Add(starts, piece, offset, "trailer"u8, PdfKeyword.Trailer);
        Add(starts, piece, offset, "endstream"u8, PdfKeyword.Endstream);
        return starts;
    }

    /// <summary>Whether a dictionary follows, or a comment that may have one after it.</summary>
    public static bool IsBeforeDictionary(Stream file, long at)
    {
        file.Position = at;
        int next;
        do
            next = file.ReadByte();
        while (next >= 0 && PdfSpace.Is((byte)next));
        return next is '<' or '%';
    }

    /// <summary>Where a stream's data begins, after its keyword and one end of line.</summary>
    public static long DataAfter(Stream file, long keywordEnd)
    {
        file.Position = keywordEnd;
        return file.ReadByte() switch
        {
            '\n' => keywordEnd + 1,
            '\r' => keywordEnd + (file.ReadByte() == '\n' ? 2 : 1),
            _ => keywordEnd,
        };
    }

    private static void Add(List<PdfValueStart> starts, ReadOnlySpan<byte> piece, long offset, ReadOnlySpan<byte> word, PdfKeyword keyword)
    {
        for (var at = 0; piece[at..].IndexOf(word) is >= 0 and var next;)
        {
            var before = piece[..(at + next)];
            at += next + word.Length;
            if (keyword != PdfKeyword.Obj || !before.EndsWith("end"u8))
                starts.Add(new(offset + at, keyword));
        }
    }
}
