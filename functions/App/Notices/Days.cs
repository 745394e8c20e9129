using System.Globalization;
using MicroCred.Approval;

namespace MicroCred.App.Notices;

/// <summary>Formats dates, and what is due by them, for letters.</summary>
internal static class Days
{
    /// <summary>The date in Auckland at a moment, such as 5 July 2026.</summary>
    public static string AsDay(this DateTimeOffset moment) => WorkingDays.DayOf(moment).AsDay();

    /// <summary>A day, such as 5 July 2026.</summary>
    public static string AsDay(this DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A condition as letters list it, such as By 5 July 2026: Name a moderator.</summary>
    public static string InWords(this Condition condition) => $"By {condition.Due.AsDay()}: {condition.Text}";

    public static string AsDay(this DateTimeOffset? moment) => moment is { } known ? known.AsDay() : "";
}
