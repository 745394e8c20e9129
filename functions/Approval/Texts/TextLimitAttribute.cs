namespace MicroCred.Approval;

/// <summary>How long the text that a person enters here may be; of a list, each text in it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextLimitAttribute(TextLimit limit) : Attribute
{
    /// <summary>The limit.</summary>
    public TextLimit Limit { get; } = limit;
}
