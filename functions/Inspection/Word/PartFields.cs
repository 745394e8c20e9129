using System.Xml;

namespace MicroCred.Inspection.Word;

/// <summary>Follows one part's fields in all its revisions, node by node.</summary>
internal sealed class PartFields
{
    private readonly (Revision Revision, FieldReading Reading)[] _readings =
    [
        (Revision.Everything, new()),
        (Revision.Newest, new()),
        (Revision.Oldest, new()),
    ];

    private readonly Revisions _revisions = new();

    // The depths of open fldSimple elements, whose content is the field's result.
    private readonly Stack<int> _simple = new();

    // The depth of the open element whose text is part of the document or of an instruction.
    private int _textDepth = -1;

    /// <exception cref="HostileContentException">A field is refused.</exception>
    /// <exception cref="UnreadableContentException">More fields are open than in any legitimate document.</exception>
    public void Follow(XmlReader node)
    {
        switch (node.NodeType)
        {
            case XmlNodeType.Element:
                _revisions.Start(node);
                if (WordNames.IsWord(node))
                {
                    Start(node);
                }

                break;
            case XmlNodeType.EndElement:
                End(node);
                _revisions.End(node);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                AddText(node);
                break;
        }
    }

    /// <exception cref="HostileContentException">A field left open is refused.</exception>
    public void Finish() => Each(reading => reading.Finish());

    private void Start(XmlReader element)
    {
        switch (element.LocalName)
        {
            case "fldChar":
                Turn(WordNames.Attribute(element, "fldCharType")?.Trim());
                break;
            case "fldSimple":
                StartSimple(element);
                break;
            case "instrText" or "delInstrText" or "t" or "delText" when !element.IsEmptyElement:
                _textDepth = element.Depth;
                break;
            case "txbxContent" when !element.IsEmptyElement:
                Each(reading => reading.Enter());
                break;
            case "tab" or "ptab" or "br" or "cr" or "p" or "sym":
                Each(reading => reading.Add(" "));
                break;
            case "noBreakHyphen" or "softHyphen":
                Each(reading => reading.Add("-"));
                break;
        }
    }

    private void End(XmlReader element)
    {
        if (element.Depth == _textDepth)
        {
            _textDepth = -1;
        }

        if (element.LocalName == "txbxContent" && WordNames.IsWord(element))
        {
            Each(reading => reading.Leave());
        }

        if (_simple.TryPeek(out var depth) && depth == element.Depth)
        {
            _simple.Pop();
            Each(reading => reading.End());
        }
    }

    private void Turn(string? type)
    {
        if (type == "begin")
        {
            Each(reading => reading.Begin());
        }
        else if (type == "separate")
        {
            Each(reading => reading.Separate());
        }
        else if (type == "end")
        {
            Each(reading => reading.End());
        }
    }

    private void StartSimple(XmlReader element)
    {
        var instruction = WordNames.Attribute(element, "instr") ?? "";
        Each(reading =>
        {
            reading.Begin();
            reading.Add(instruction);
            reading.Separate();
        });
        if (element.IsEmptyElement)
        {
            Each(reading => reading.End());
        }
        else
        {
            _simple.Push(element.Depth);
        }
    }

    private void AddText(XmlReader text)
    {
        if (text.Depth != _textDepth + 1 || !Array.Exists(_readings, reading => reading.Reading.IsInField))
        {
            return;
        }

        var buffer = new char[1024];
        while (text.ReadValueChunk(buffer, 0, buffer.Length) is > 0 and var read)
        {
            Each(reading => reading.Add(buffer.AsSpan(0, read)));
        }
    }

    private void Each(Action<FieldReading> act)
    {
        foreach (var (revision, reading) in _readings)
        {
            if (_revisions.Has(revision))
            {
                act(reading);
            }
        }
    }
}
