namespace MicroCred.Inspection.Pdf;

/// <summary>A list or dictionary during parsing.</summary>
internal sealed class PdfFrame(PdfRoom room)
{
    private const int MostNumbers = 4096;

    private readonly List<(string Key, PdfValue Value)> _entries = [];
    private readonly List<PdfValue> _items = [];
    private bool _keepsItems;
    private bool _isEmpty;
    private string? _key;
    private (long Value, long Start) _first;
    private (long Value, long Start) _second;
    private int _held;

    public bool IsDictionary { get; private set; }

    /// <summary>Whether a list opened here keeps its items.</summary>
    public bool KeepsLists => IsDictionary ? _key is not null && PdfNames.HoldsList(_key) : _keepsItems;

    public IReadOnlyList<PdfValue> Items => _items;

    public void Open(bool isDictionary, bool keepsItems)
    {
        (IsDictionary, _keepsItems, _isEmpty, _key, _held) = (isDictionary, keepsItems, true, null, 0);
        _entries.Clear();
        _items.Clear();
    }

    /// <summary>Holds back a number that may begin a reference or an object header.</summary>
    public void Hold(long value, long start)
    {
        if (_held == 2)
        {
            Put(_first.Value);
            (_first, _held) = (_second, 1);
        }
        if (_held++ == 0)
        {
            _first = (value, start);
        }
        else
        {
            _second = (value, start);
        }
    }

    /// <summary>The first of the last two numbers and its offset, where nothing came after them: a possible object header.</summary>
    public (long Number, long Start)? Pair => _held == 2 ? _first : null;

    public void AddReference()
    {
        if (_held != 2)
        {
            Add(PdfValue.Other);
            return;
        }
        _held = 0;
        Put(new PdfReference(_first.Value));
    }

    public void Add(PdfValue value)
    {
        Release();
        Put(value);
    }

    /// <summary>Adds the held numbers as plain numbers.</summary>
    public void Release()
    {
        if (_held > 0)
        {
            Put(_first.Value);
        }

        if (_held == 2)
        {
            Put(_second.Value);
        }

        _held = 0;
    }

    /// <summary>Discards a pair that turned out to be another object's header.</summary>
    public void Drop() => _held = 0;

    public PdfValue Close()
    {
        Release();
        if (IsDictionary)
        {
            return new PdfDictionary([.. _entries], _isEmpty);
        }

        return _items.Count == 0 && _isEmpty ? PdfList.Empty : new PdfList([.. _items]);
    }

    private void Put(long number)
    {
        var isWanted = IsDictionary ? _key is { Length: > 0 } : _keepsItems && _items.Count < MostNumbers;
        Put(isWanted ? new PdfNumber(number) : PdfValue.Other);
    }

    private void Put(PdfValue value)
    {
        if (IsDictionary && _key is null)
        {
            _key = (value as PdfName)?.Value;
            return;
        }
        if (_key is not null)
        {
            if (value != PdfValue.Null && _key.Length > 0)
            {
                room.Take();
                _entries.Add((_key, value));
            }
            _key = null;
        }
        else if (_keepsItems && value != PdfValue.Other)
        {
            room.Take();
            _items.Add(value);
        }
        _isEmpty &= value == PdfValue.Null;
    }
}
