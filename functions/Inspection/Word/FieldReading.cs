namespace MicroCred.Inspection.Word;

/// <summary>Follows the fields through one part's text, one inside the other, however their instructions are split.</summary>
internal sealed class FieldReading
{
    // Word itself follows twenty.
    private const int Deepest = 256;

    private readonly FieldValues _values = new();

    // A text box has a text of its own, though it may stand within an instruction.
    private readonly Stack<Stack<Field>> _outside = new();
    private Stack<Field> _open = new();
    private int _depth;

    /// <summary>True where text matters to it.</summary>
    public bool IsInField => _open.Count > 0;

    /// <summary>A text of its own begins.</summary>
    public void Enter()
    {
        _outside.Push(_open);
        _open = new Stack<Field>();
    }

    /// <summary>A text of its own ends, and with it the fields that were left open in it.</summary>
    /// <exception cref="HostileContentException">One's instruction isn't one that is taken.</exception>
    public void Leave()
    {
        if (!_outside.TryPop(out var outside))
        {
            return;
        }

        Finish();
        _open = outside;
    }

    /// <exception cref="UnreadableContentException">More fields are open than any document has.</exception>
    public void Begin()
    {
        if (++_depth > Deepest)
        {
            throw new UnreadableContentException($"Fields are nested more than {Deepest} deep.");
        }

        _open.Push(new Field());
    }

    /// <summary>The instruction ends and the result begins.</summary>
    /// <exception cref="HostileContentException">The instruction isn't one that is taken.</exception>
    public void Separate()
    {
        if (_open.TryPeek(out var field) && !field.IsInResult)
        {
            Refuse(field);
            field.IsInResult = true;
        }
    }

    /// <exception cref="HostileContentException">The instruction isn't one that is taken.</exception>
    public void End()
    {
        if (!_open.TryPop(out var field))
        {
            return;
        }

        _depth--;
        if (!field.IsInResult)
        {
            Refuse(field);
        }

        var value = _values.Of(field.WorkedOut);
        if (_open.TryPeek(out var outer))
        {
            outer.Add(field, value);
        }
    }

    public void Add(ReadOnlySpan<char> piece)
    {
        if (_open.TryPeek(out var field))
        {
            field.Add(piece);
        }
    }

    /// <summary>Ends the fields that were left open.</summary>
    /// <exception cref="HostileContentException">One's instruction isn't one that is taken.</exception>
    public void Finish()
    {
        while (_open.Count > 0)
        {
            End();
        }
    }

    private static void Refuse(Field field)
    {
        FieldRules.Refuse(field.Bare);
        if (!field.HasInner)
        {
            return;
        }

        FieldRules.Refuse(field.WithResults);
        FieldRules.Refuse(field.WorkedOut);
    }
}
