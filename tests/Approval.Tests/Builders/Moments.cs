namespace MicroCred.Approval.Tests;

internal static class Moments
{
    /// <summary>Monday 2 March 2026, 10:00 in Auckland, followed by four weeks without a holiday.</summary>
    public static DateTimeOffset Monday { get; } = Auckland("2026-03-02T10:00:00+13:00");

    public static DateTimeOffset Later(int days) => Monday.AddDays(days);

    /// <summary>A local time in Auckland with its offset, converted to UTC.</summary>
    public static DateTimeOffset Auckland(string local) =>
        DateTimeOffset.Parse(local, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();

    public static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
