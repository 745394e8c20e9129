namespace MicroCred.Inspection.Pdf;

/// <summary>Reads single objects of a file, and the objects in object streams.</summary>
internal sealed class PdfReading
{
    private readonly PdfContents _contents;
    private readonly PdfTables _tables;
    private readonly InspectionLimits _limits;
    private readonly PdfStreamData _data;
    private readonly PdfStreamEnd _ends;
    private readonly PdfParser _parser;
    private readonly bool _isHidden;

    /// <param name="file">The file.</param>
    /// <param name="contents">Collects the objects.</param>
    /// <param name="tables">Collects the cross-references.</param>
    /// <param name="data">Unpacks the streams.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="isHidden">Whether the objects are inside other objects' data.</param>
    public PdfReading(Stream file, PdfContents contents, PdfTables tables, PdfStreamData data, InspectionLimits limits, bool isHidden)
    {
        (_contents, _tables, _limits, _data, _isHidden) = (contents, tables, limits, data, isHidden);
        Bytes = new PdfBytes(file, limits.ReadingOf(file.Length) / 2);
        Lexer = new PdfLexer(Bytes);
        _parser = new PdfParser(Lexer, Bytes, contents.Room);
        _ends = new PdfStreamEnd(Bytes, file.Length);
    }

    public PdfBytes Bytes { get; }

    public PdfLexer Lexer { get; }

    /// <summary>Reads an object after the keyword "obj", and all others that begin before it ends.</summary>
    public void ReadObject(long? number, long start)
    {
        while (ReadOneObject(number, start) == PdfStop.NextObject)
        {
            (number, start) = _parser.Head;
        }
    }

    /// <summary>Continues after this many letters of the last keyword.</summary>
    public PdfReading After(int letters)
    {
        Bytes.Position = Lexer.Start + letters;
        return this;
    }

    /// <summary>Reads the offset after the keyword "startxref".</summary>
    public void ReadStart()
    {
        if (Lexer.NextOutside() == PdfToken.Number)
        {
            _tables.AddStart(Lexer.Number);
        }
        else
        {
            Bytes.Position = Lexer.Start;
        }
    }

    /// <summary>Reads a table after the keyword "xref".</summary>
    public void ReadTable()
    {
        _tables.AddTable(Bytes.Position - "xref"u8.Length);
        PdfTableReader.Read(Lexer, Bytes, _tables);
    }

    /// <summary>Reads a trailer after the keyword "trailer".</summary>
    public void ReadTrailer()
    {
        if (_parser.ReadOne() == PdfStop.NextObject)
        {
            ReadObject(_parser.Head.Number, _parser.Head.Start);
        }
        else
        {
            Add(number: null, -1, -1);
            _contents.Trailers.AddRange(_parser.Values.OfType<PdfDictionary>());
        }
    }

    private PdfStop ReadOneObject(long? number, long start)
    {
        var content = Bytes.Position;
        var stop = _parser.ReadAll();
        Add(number, start, content);
        // A value may follow the stream's data, and some readers take that for the object.
        while (stop == PdfStop.Stream)
        {
            LookInto((PdfDictionary)_parser.Values[^1], start);
            stop = _parser.ReadAll();
            if (_parser.Values.Length > 0 || _parser.IsUnclosed)
            {
                Add(number, start, content);
            }
        }
        if (stop == PdfStop.TooDeep)
        {
            _contents.Note(new UnreadableContentException("Brackets are nested without end."));
        }

        return stop;
    }

    private void Add(long? number, long start, long content)
    {
        if (_parser.IsUnclosed)
        {
            _contents.Note(new UnreadableContentException("An object ends within its brackets."));
        }

        _contents.Add(new(number, start, content, _parser.Values, _parser.Dictionaries), _isHidden);
    }

    private void LookInto(PdfDictionary stream, long at)
    {
        var (start, end) = _ends.Find(stream);
        if (_ends.HasNone && !_isHidden)
        {
            _contents.NoteCutOff();
        }

        try
        {
            Unpack(stream, start, end, at);
        }
        catch (UnreadableContentException damage)
        {
            _contents.Note(damage);
        }
    }

    private void Unpack(PdfDictionary stream, long start, long end, long at)
    {
        if (PdfDeclarations.IsCrossReference(stream))
        {
            _tables.AddTable(at);
            _contents.Trailers.Add(stream);
        }
        else if (!PdfDeclarations.IsObjectStream(stream))
        {
            _data.RefuseEicar(stream, start, end);
            return;
        }
        if (_contents.Damage is null)
        {
            UnpackStructure(stream, start, end);
        }
    }

    private void UnpackStructure(PdfDictionary stream, long start, long end)
    {
        PdfDeclarations.Refuse(stream, _limits.PdfObjects);
        if (PdfDeclarations.IsCrossReference(stream))
        {
            ReadTable(stream, start, end);
            return;
        }
        foreach (var inner in PdfObjectStream.Objects(stream, _data.Structure(stream, start, end), _contents.Room))
        {
            _contents.Add(inner, _isHidden);
        }
    }

    private void ReadTable(PdfDictionary stream, long start, long end)
    {
        try
        {
            PdfTableReader.Read(stream, _data.Structure(stream, start, end), _tables);
        }
        catch (UnreadableContentException)
        {
            // Readers then rebuild the cross-reference themselves.
            _tables.NoteBroken();
        }
    }
}
