namespace MicroCred.Approval;

/// <summary>A code that is always valid. <c>ToString</c> writes it in the field's standard form.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface ITextValue<TSelf>
    where TSelf : struct, ITextValue<TSelf>
{
    /// <summary>False when the text isn't a valid code.</summary>
    static abstract bool TryCreate(string? text, out TSelf result);
}
