namespace MicroCred.Inspection.Pdf;

/// <summary>Reads strings, plain and hexadecimal, and keeps the beginning of each [ISO 32000-1, 7.3.4].</summary>
internal sealed class PdfStringReader(PdfBytes bytes)
{
    private const int Longest = 512;

    private readonly byte[] _kept = new byte[Longest];
    private int _length;

    public byte[] Kept() => _kept[.._length];

    /// <summary>The value of a hexadecimal digit; -1 for any other character.</summary>
    public static int Hex(int value) =>
        value switch
        {
            >= '0' and <= '9' => value - '0',
            >= 'a' and <= 'f' => value - 'a' + 10,
            >= 'A' and <= 'F' => value - 'A' + 10,
            _ => -1,
        };

    public PdfToken Read()
    {
        bytes.Next();
        _length = 0;
        for (var open = 1; bytes.Next() is var value && value != PdfBytes.End; )
        {
            if (value == ')' && --open == 0)
            {
                break;
            }

            if (value == '(')
            {
                open++;
            }

            if (value == '\\')
            {
                KeepEscaped();
            }
            else
            {
                Keep(value);
            }
        }
        return PdfToken.Text;
    }

    public PdfToken ReadHex()
    {
        _length = 0;
        var high = -1;
        while (bytes.Next() is var value && value is not (PdfBytes.End or '>'))
        {
            if (Hex(value) is not (>= 0 and var digit))
            {
                continue;
            }

            if (high >= 0)
            {
                Keep((high << 4) | digit);
            }

            high = high >= 0 ? -1 : digit;
        }
        if (high >= 0)
        {
            Keep(high << 4);
        }

        return PdfToken.Text;
    }

    private void Keep(int value)
    {
        if (_length < Longest)
        {
            _kept[_length++] = (byte)value;
        }
    }

    private void KeepEscaped()
    {
        switch (bytes.Next())
        {
            case 'n':
                Keep('\n');
                break;
            case 'r':
                Keep('\r');
                break;
            case 't':
                Keep('\t');
                break;
            case 'b':
                Keep('\b');
                break;
            case 'f':
                Keep('\f');
                break;
            case '\r' when bytes.Peek() == '\n':
                bytes.Next();
                break;
            case '\r' or '\n' or PdfBytes.End:
                break;
            case >= '0' and <= '7' and var digit:
                Keep(Octal(digit - '0'));
                break;
            case var value:
                Keep(value);
                break;
        }
    }

    private int Octal(int value)
    {
        for (var digits = 1; digits < 3 && bytes.Peek() is >= '0' and <= '7'; digits++)
        {
            value = (value << 3) | (bytes.Next() - '0');
        }

        return value;
    }
}
