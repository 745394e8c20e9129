using System.Globalization;
using MicroCred.Approval;

namespace MicroCred.App.Notices;

/// <summary>Formats dates for letters.</summary>
internal static class Days
{
    /// <summary>The date in Auckland at a moment, such as 5 July 2026.</summary>
    public static string AsDay(this DateTimeOffset moment) =>
        WorkingDays.DayOf(moment).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string AsDay(this DateTimeOffset? moment) => moment is { } known ? known.AsDay() : "";
}
