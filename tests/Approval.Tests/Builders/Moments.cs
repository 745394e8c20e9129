namespace MicroCred.Approval.Tests;

internal static class Moments
{
    /// <summary>Monday 2 March 2026, 10:00 in Auckland, followed by four weeks without a holiday.</summary>
    public static DateTimeOffset Monday { get; } = Auckland("2026-03-02T10:00:00+13:00");

    public static DateTimeOffset Later(int days) => Monday.AddDays(days);

    /// <summary>A local time in Auckland with its offset, converted to UTC.</summary>
    public static DateTimeOffset Auckland(string local) =>
        DateTimeOffset.Parse(local, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();

    /// <summary>A condition that is due at the end of 1 May 2026.</summary>
    public static Condition InMay(string text) => Condition.By(new(2026, 5, 1), text);

    public static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
