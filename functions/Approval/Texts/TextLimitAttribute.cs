namespace MicroCred.Approval;

/// <summary>Limits the length of an entered text; of a list, the length of each text in it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextLimitAttribute(TextLimit limit) : Attribute
{
    /// <summary>The limit.</summary>
    public TextLimit Limit { get; } = limit;
}
