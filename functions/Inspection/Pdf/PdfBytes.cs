namespace MicroCred.Inspection.Pdf;

/// <summary>
/// Bytes to read one by one. Seeking back is allowed, but every byte passed counts against a fixed amount of work, so that no file can make
/// its reader loop for ever.
/// </summary>
internal sealed class PdfBytes
{
    /// <summary>The value returned after the last byte.</summary>
    public const int End = -1;

    private const int Piece = 64 * 1024;
    private const int AfterJump = 4 * 1024;

    private readonly Stream? _file;
    private readonly byte[] _window;
    private long _start;
    private int _filled;
    private int _at;
    private long _work;
    private long _counted;

    public PdfBytes(Stream file, long work)
    {
        _file = file;
        _window = new byte[Math.Min(Piece, file.Length)];
        _work = work;
    }

    public PdfBytes(byte[] whole, long work)
    {
        _window = whole;
        _filled = whole.Length;
        _work = work;
    }

    /// <exception cref="InspectionLimitException">On setting: no work is left.</exception>
    public long Position
    {
        get => _start + _at;
        set
        {
            Charge();
            if (value >= _start && value <= _start + _filled)
            {
                _at = (int)(value - _start);
            }
            else if (_file is not null)
            {
                Load(value, AfterJump);
            }
            else
            {
                _at = _filled;
            }

            _counted = Position;
        }
    }

    public int Peek() => _at < _filled || Refill() ? _window[_at] : End;

    public int Next() => _at < _filled || Refill() ? _window[_at++] : End;

    /// <summary>Seeks to the next occurrence of a word, or to the end where there is none.</summary>
    public bool SkipTo(ReadOnlySpan<byte> word)
    {
        while (Peek() != End)
        {
            var found = _window.AsSpan(_at, _filled - _at).IndexOf(word);
            _at = found < 0 ? _filled : _at + found;
            if (found >= 0)
            {
                return true;
            }
            // The word may span two buffers.
            var overlap = Math.Min(word.Length - 1, _filled);
            if (!Refill(overlap))
            {
                return false;
            }
        }
        return false;
    }

    private bool Refill(int overlap = 0)
    {
        if (_file is null || _start + _filled >= _file.Length)
        {
            return false;
        }

        Charge();
        Load(_start + _filled - overlap, Math.Max(AfterJump, 2 * _filled));
        _counted = Position;
        return true;
    }

    private void Load(long start, int count)
    {
        _file!.Position = start;
        _start = start;
        _at = 0;
        _filled = _file.ReadAtLeast(
            _window.AsSpan(0, Math.Min(count, _window.Length)),
            Math.Min(count, _window.Length),
            throwOnEndOfStream: false
        );
    }

    private void Charge()
    {
        _work -= Position - _counted;
        _counted = Position;
        if (_work < 0)
        {
            throw new InspectionLimitException("It is so tangled that it would have to be read many times over.");
        }
    }
}
