using System.Globalization;
using MicroCred.Approval;

namespace MicroCred.App.Notices;

/// <summary>Days as letters write them.</summary>
internal static class Days
{
    /// <summary>A moment as the day that it is in Auckland, such as 5 July 2026.</summary>
    public static string AsDay(this DateTimeOffset moment) =>
        WorkingDays.DayOf(moment).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string AsDay(this DateTimeOffset? moment) => moment is { } known ? known.AsDay() : "";
}
