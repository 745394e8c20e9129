namespace MicroCred.Approval;

/// <summary>Limits an entered list to <see cref="Items"/> items.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ListLimitAttribute : Attribute
{
    /// <summary>The most items of a list.</summary>
    public const int Items = 100;
}
