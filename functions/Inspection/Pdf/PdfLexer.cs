namespace MicroCred.Inspection.Pdf;

/// <summary>Splits a PDF's bytes into numbers, names, strings, keywords and brackets, reading each byte once.</summary>
internal sealed class PdfLexer(PdfBytes bytes)
{
    private const int LongestWord = 32;
    private const long Largest = 1L << 50;

    private readonly char[] _name = new char[PdfNames.Longest];
    private readonly byte[] _word = new byte[LongestWord];
    private readonly PdfStringReader _text = new(bytes);
    private int _length;

    /// <summary>The offset of the last token.</summary>
    public long Start { get; private set; }

    /// <summary>The last number, without its fraction.</summary>
    public long Number { get; private set; }

    public PdfName Name { get; private set; } = PdfNames.Unknown;

    /// <summary>The beginning of the last keyword.</summary>
    public ReadOnlySpan<byte> Word => _word.AsSpan(0, _length);

    /// <summary>The beginning of the last string.</summary>
    public byte[] Text() => _text.Kept();

    public PdfToken Next()
    {
        SkipSpace();
        Start = bytes.Position;
        switch (bytes.Peek())
        {
            case PdfBytes.End:
                return PdfToken.End;
            case '/':
                return ReadName();
            case '(':
                return _text.Read();
            case '<':
                bytes.Next();
                return bytes.Peek() == '<' ? Bracket(PdfToken.OpenDictionary) : _text.ReadHex();
            case '>':
                bytes.Next();
                return bytes.Peek() == '>' ? Bracket(PdfToken.CloseDictionary) : Stray();
            case '[':
                return Bracket(PdfToken.OpenList);
            case ']':
                return Bracket(PdfToken.CloseList);
            case ')' or '{' or '}':
                bytes.Next();
                return Stray();
            default:
                return ReadRegular();
        }
    }

    /// <summary>The next token outside objects, where only numbers and keywords count: a bracket could swallow the text after it.</summary>
    public PdfToken NextOutside()
    {
        do
        {
            SkipSpace();
        } while (bytes.Peek() != PdfBytes.End && !PdfCharacters.IsRegular(bytes.Peek()) && bytes.Next() >= 0);
        Start = bytes.Position;
        return bytes.Peek() == PdfBytes.End ? PdfToken.End : ReadRegular();
    }

    // An unmatched closing bracket counts as an empty keyword.
    private PdfToken Stray()
    {
        _length = 0;
        return PdfToken.Word;
    }

    private PdfToken Bracket(PdfToken token)
    {
        bytes.Next();
        return token;
    }

    private void SkipSpace()
    {
        while (true)
        {
            var next = bytes.Peek();
            if (PdfCharacters.IsWhite(next))
            {
                bytes.Next();
            }
            else if (next == '%')
            {
                SkipComment();
            }
            else
            {
                return;
            }
        }
    }

    private void SkipComment()
    {
        while (bytes.Peek() is not (PdfBytes.End or '\r' or '\n'))
        {
            bytes.Next();
        }
    }

    private PdfToken ReadRegular() => bytes.Peek() is '+' or '-' or '.' or (>= '0' and <= '9') ? ReadNumber() : ReadWord();

    private PdfToken ReadNumber()
    {
        var isNegative = false;
        while (bytes.Peek() is '+' or '-')
        {
            isNegative |= bytes.Next() == '-';
        }

        long value = 0;
        while (PdfCharacters.IsDigit(bytes.Peek()))
        {
            value = Math.Min(Largest, (value * 10) + bytes.Next() - '0');
        }

        if (bytes.Peek() == '.')
        {
            do
            {
                bytes.Next();
            } while (PdfCharacters.IsDigit(bytes.Peek()));
        }
        Number = isNegative ? -value : value;
        return PdfToken.Number;
    }

    private PdfToken ReadWord()
    {
        for (_length = 0; PdfCharacters.IsRegular(bytes.Peek()); )
        {
            var value = (byte)bytes.Next();
            if (_length < LongestWord)
            {
                _word[_length++] = value;
            }
        }
        return PdfToken.Word;
    }

    private PdfToken ReadName()
    {
        bytes.Next();
        var length = 0;
        while (PdfCharacters.IsRegular(bytes.Peek()))
        {
            var value = bytes.Next();
            if (value == '#' && PdfStringReader.Hex(bytes.Peek()) is >= 0 and var high)
            {
                bytes.Next();
                if (PdfStringReader.Hex(bytes.Peek()) is >= 0 and var low)
                {
                    (value, _) = ((high << 4) | low, bytes.Next());
                }
            }
            if (length < PdfNames.Longest)
            {
                _name[length++] = (char)value;
            }
        }
        Name = length < PdfNames.Longest ? PdfNames.Of(_name.AsSpan(0, length)) : PdfNames.Unknown;
        return PdfToken.Name;
    }
}
