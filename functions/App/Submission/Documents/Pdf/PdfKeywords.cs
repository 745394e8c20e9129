namespace MicroCred.App.Submission.Documents;

/// <summary>The words that structure a PDF, found in its bytes.</summary>
internal static class PdfKeywords
{
    /// <summary>How far pieces have to overlap for no keyword to fall between them, the "end" of "endobj" included.</summary>
    public const int Overlap = 10;

    /// <summary>Where values may begin: right after "obj", "trailer" or "endstream".</summary>
    public static List<int> ValueStarts(ReadOnlySpan<byte> piece)
    {
        var starts = new List<int>();
        Add(starts, piece, "obj"u8, except: "end"u8);
        Add(starts, piece, "trailer"u8);
        Add(starts, piece, "endstream"u8);
        return starts;
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

    private static void Add(List<int> starts, ReadOnlySpan<byte> piece, ReadOnlySpan<byte> keyword, ReadOnlySpan<byte> except = default)
    {
        for (var at = 0; piece[at..].IndexOf(keyword) is >= 0 and var next; at += next + keyword.Length)
        {
            if (except.IsEmpty || !piece[..(at + next)].EndsWith(except))
                starts.Add(at + next + keyword.Length);
        }
    }
}
