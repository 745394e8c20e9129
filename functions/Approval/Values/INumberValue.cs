namespace MicroCred.Approval;

/// <summary>A number that is always valid.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface INumberValue<TSelf>
    where TSelf : struct, INumberValue<TSelf>
{
    /// <summary>The number.</summary>
    int Value { get; }

    /// <summary>False when the number isn't valid.</summary>
    static abstract bool TryCreate(int value, out TSelf result);
}
