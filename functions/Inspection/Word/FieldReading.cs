namespace MicroCred.Inspection.Word;

/// <summary>Follows the nested fields through one part's text, however their instructions are split.</summary>
internal sealed class FieldReading
{
    // Word itself supports a depth of twenty.
    private const int Deepest = 256;

    private readonly FieldValues _values = new();

    // A text box has separate text, though it may stand inside an instruction.
    private readonly Stack<Stack<Field>> _outside = new();
    private Stack<Field> _open = new();
    private int _depth;

    /// <summary>True while a field is open, so that text matters.</summary>
    public bool IsInField => _open.Count > 0;

    /// <summary>Enters the separate text of a text box.</summary>
    public void Enter()
    {
        _outside.Push(_open);
        _open = new Stack<Field>();
    }

    /// <summary>Leaves the separate text and ends the fields left open in it.</summary>
    /// <exception cref="HostileContentException">A field left open is refused.</exception>
    public void Leave()
    {
        if (!_outside.TryPop(out var outside))
        {
            return;
        }

        Finish();
        _open = outside;
    }

    /// <exception cref="UnreadableContentException">More fields are open than in any legitimate document.</exception>
    public void Begin()
    {
        if (++_depth > Deepest)
        {
            throw new UnreadableContentException($"Fields are nested more than {Deepest} deep.");
        }

        _open.Push(new Field());
    }

    /// <summary>Ends the instruction and begins the result.</summary>
    /// <exception cref="HostileContentException">The instruction is refused.</exception>
    public void Separate()
    {
        if (_open.TryPeek(out var field) && !field.IsInResult)
        {
            Refuse(field);
            field.IsInResult = true;
        }
    }

    /// <exception cref="HostileContentException">The instruction is refused.</exception>
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
    /// <exception cref="HostileContentException">A field left open is refused.</exception>
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
