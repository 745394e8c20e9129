namespace MicroCred.Approval;

/// <summary>A condition of an approval.</summary>
/// <param name="Text">The provider's duty, in words.</param>
/// <param name="Due">The end of the day, in Auckland, by which it is to be met, in UTC.</param>
public sealed record Condition(string Text, DateTimeOffset Due)
{
    /// <summary>The most conditions of a decision: each becomes a task, and all of a decision is written in one transaction.</summary>
    public const int Most = 20;

    /// <summary>The last moment at which a condition can be due: the calendar's end.</summary>
    internal static DateTimeOffset Latest { get; } = WorkingDays.EndOf(new(Matariki.LastYear, 12, 31));

    /// <summary>A condition that is due on a day.</summary>
    public static Condition By(DateOnly day, string text) => new(text, WorkingDays.EndOf(day));
}
