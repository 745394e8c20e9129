namespace MicroCred.Approval;

/// <summary>A condition of an approval, as the register shows it.</summary>
/// <param name="Text">The provider's duty, in words.</param>
/// <param name="Due">By when it is to be met, in UTC: the latest extension's date where there was one.</param>
/// <param name="Status">Whether it is met.</param>
public sealed record EntryCondition(string Text, DateTimeOffset Due, ConditionStatus Status);
