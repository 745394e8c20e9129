namespace MicroCred.Inspection.Pdf;

/// <summary>
/// Parses values. It tracks open brackets itself: with recursion, crafted nesting would crash the process, and with exceptions, it would
/// take too long.
/// </summary>
internal sealed class PdfParser(PdfLexer lexer, PdfBytes bytes, PdfRoom room)
{
    /// <summary>The deepest nesting of brackets.</summary>
    private const int Deepest = 256;

    private readonly List<PdfFrame> _frames = [];
    private readonly List<PdfDictionary> _dictionaries = [];
    private int _depth;

    /// <summary>The number of the next object, and the offset of that number.</summary>
    public (long Number, long Start) Head { get; private set; }

    /// <summary>The parsed values; <see cref="Dictionaries"/> has the non-empty dictionaries in them, at any depth.</summary>
    public PdfValue[] Values { get; private set; } = [];

    public PdfDictionary[] Dictionaries { get; private set; } = [];

    /// <summary>
    /// Whether a keyword that ends objects came inside brackets: some readers stop there, others go on to the closing bracket.
    /// </summary>
    public bool IsUnclosed { get; private set; }

    private PdfFrame Frame => _frames[_depth];

    /// <summary>Reads one value, if there is one.</summary>
    public PdfStop ReadOne() => Read(isOne: true);

    /// <summary>Reads the values up to the end of the object.</summary>
    public PdfStop ReadAll() => Read(isOne: false);

    private PdfStop Read(bool isOne)
    {
        (_depth, IsUnclosed) = (-1, false);
        _dictionaries.Clear();
        Open(isDictionary: false);
        PdfStop? stop = null;
        while (stop is null)
        {
            stop = Take(lexer.Next());
            if (_depth == 0 && isOne && Frame.Items.Count > 0)
            {
                stop ??= PdfStop.End;
            }
        }
        while (_depth > 0)
        {
            Close();
        }

        Frame.Release();
        (Values, Dictionaries) = (Frame.Items.ToArray(), _dictionaries.ToArray());
        if (stop == PdfStop.Stream)
        {
            ((PdfDictionary)Values[^1]).IsStream = true;
        }

        return stop.Value;
    }

    private PdfStop? Take(PdfToken token)
    {
        switch (token)
        {
            case PdfToken.Number:
                Frame.Hold(lexer.Number, lexer.Start);
                return null;
            case PdfToken.Name:
                Frame.Add(lexer.Name);
                return null;
            case PdfToken.Text:
                Frame.Add(new PdfString(lexer.Text()));
                return null;
            case PdfToken.OpenList or PdfToken.OpenDictionary:
                return Open(token == PdfToken.OpenDictionary);
            case PdfToken.CloseList or PdfToken.CloseDictionary:
                if (_depth > 0 && Frame.IsDictionary == (token == PdfToken.CloseDictionary))
                {
                    Close();
                }
                else
                {
                    Frame.Add(PdfValue.Other);
                }

                return null;
            case PdfToken.Word:
                return TakeWord(lexer.Word);
            default:
                return PdfStop.End;
        }
    }

    private PdfStop? TakeWord(ReadOnlySpan<byte> word)
    {
        if (word.SequenceEqual("R"u8))
        {
            Frame.AddReference();
        }
        else if (word.SequenceEqual("null"u8))
        {
            Frame.Add(PdfValue.Null);
        }
        else if (word.SequenceEqual("true"u8) || word.SequenceEqual("false"u8))
        {
            Frame.Add(PdfNames.Of(word[0] == 't' ? "true" : "false"));
        }
        else if (PdfWords.IsObj(word) && Frame.Pair is { } head)
        {
            return Begin(head);
        }
        else if (word.StartsWith("endobj"u8))
        {
            return End(PdfStop.End, "endobj"u8.Length);
        }
        else if (word.StartsWith("stream"u8) && IsAfterDictionary())
        {
            return End(PdfStop.Stream, "stream"u8.Length);
        }
        else if (PdfWords.IsStructure(word))
        {
            return End(PdfStop.Structure, 0);
        }
        else
        {
            Frame.Add(PdfValue.Other);
        }

        return null;
    }

    // A keyword may be followed by other text without white space.
    private PdfStop End(PdfStop stop, int length)
    {
        IsUnclosed = _depth > 0;
        bytes.Position = lexer.Start + length;
        return stop;
    }

    private PdfStop Begin((long Number, long Start) head)
    {
        Frame.Drop();
        Head = head;
        return End(PdfStop.NextObject, "obj"u8.Length);
    }

    private bool IsAfterDictionary()
    {
        if (_depth > 0)
        {
            return false;
        }

        Frame.Release();
        return Frame.Items is [.., PdfDictionary];
    }

    private PdfStop? Open(bool isDictionary)
    {
        if (_depth == Deepest)
        {
            return PdfStop.TooDeep;
        }

        var keepsItems = _depth < 0 || Frame.KeepsLists;
        if (++_depth == _frames.Count)
        {
            _frames.Add(new(room));
        }

        Frame.Open(isDictionary, keepsItems);
        return null;
    }

    private void Close()
    {
        var value = Frame.Close();
        _depth--;
        Frame.Add(value);
        if (value is PdfDictionary { Entries.Count: > 0 } dictionary)
        {
            _dictionaries.Add(dictionary);
        }
    }
}
