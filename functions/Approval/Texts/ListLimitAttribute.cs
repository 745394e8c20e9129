namespace MicroCred.Approval;

/// <summary>A list that a person enters, which may have <see cref="Items"/> items.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ListLimitAttribute : Attribute
{
    /// <summary>The most items of any list.</summary>
    public const int Items = 100;
}
