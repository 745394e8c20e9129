namespace MicroCred.Approval;

/// <summary>A code that can only be held when it is a good one. <c>ToString</c> writes it as the field does.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface ITextValue<TSelf>
    where TSelf : struct, ITextValue<TSelf>
{
    /// <summary>False when the text isn't one of these.</summary>
    static abstract bool TryCreate(string? text, out TSelf result);
}
