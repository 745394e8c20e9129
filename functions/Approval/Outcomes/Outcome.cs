namespace MicroCred.Approval;

/// <summary>Either what came of an act, or why it was refused: <see cref="Accepted"/> or <see cref="Refused"/>, nothing else.</summary>
/// <typeparam name="T">What comes of it.</typeparam>
public abstract record Outcome<T>
{
    private Outcome() { }

    /// <summary>It happened.</summary>
    public sealed record Accepted(T Value) : Outcome<T>;

    /// <summary>It didn't, and nothing changed.</summary>
    public sealed record Refused(Refusal Refusal) : Outcome<T>;

    /// <summary>What comes next, when this was accepted.</summary>
    internal Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) => Match(next, refusal => new Outcome<TNext>.Refused(refusal));

    /// <summary>One answer from either.</summary>
    public TResult Match<TResult>(Func<T, TResult> accepted, Func<Refusal, TResult> refused)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        ArgumentNullException.ThrowIfNull(refused);
        return this switch
        {
            Accepted(var value) => accepted(value),
            Refused(var refusal) => refused(refusal),
            _ => throw new InvalidOperationException("There is no third outcome."),
        };
    }

    /// <summary>A value is an accepted outcome.</summary>
    public static implicit operator Outcome<T>(T value) => new Accepted(value);

    /// <summary>A refusal is a refused one.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new Refused(refusal);
}
