namespace MicroCred.Approval;

/// <summary>The result of an operation, or why it was refused: either <see cref="Accepted"/> or <see cref="Refused"/>.</summary>
/// <typeparam name="T">The result's type.</typeparam>
public abstract record Outcome<T>
{
    private Outcome() { }

    /// <summary>The operation succeeded.</summary>
    public sealed record Accepted(T Value) : Outcome<T>;

    /// <summary>The operation was refused; nothing changed.</summary>
    public sealed record Refused(Refusal Refusal) : Outcome<T>;

    /// <summary>Runs the next operation if this one was accepted.</summary>
    internal Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) => Match(next, refusal => new Outcome<TNext>.Refused(refusal));

    /// <summary>Maps either case to one result.</summary>
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

    /// <summary>Wraps a value as an accepted outcome.</summary>
    public static implicit operator Outcome<T>(T value) => new Accepted(value);

    /// <summary>Wraps a refusal as a refused outcome.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new Refused(refusal);
}
