using MicroCred.Approval;

namespace MicroCred.App.Reviews;

/// <summary>When a review is told of: three months and one month before it is due, and the day after. [Listing Rules 2022 r 10]</summary>
internal static class ReviewNotices
{
    private const int FirstMonths = 3;
    private const int LastMonths = 1;
    private static readonly TimeOnly Morning = new(8, 0);

    /// <summary>How long after its last notice a review is still begun to be told of, for a night that was missed.</summary>
    private const int DaysForMissedNights = 31;

    /// <summary>
    /// Whether a review is to be told of on a day. One that was long overdue when its entry was imported isn't: its registrar knows.
    /// </summary>
    public static bool AreDue(DateOnly due, DateOnly today) => FirstDay(due) <= today && today <= due.AddDays(DaysForMissedNights);

    private static DateOnly FirstDay(DateOnly due) => due.AddMonths(-FirstMonths);

    /// <summary>The times, in UTC, first to last.</summary>
    public static IReadOnlyList<DateTimeOffset> PointsOf(DateOnly due) =>
        [
            WorkingDays.At(FirstDay(due), Morning),
            WorkingDays.At(due.AddMonths(-LastMonths), Morning),
            WorkingDays.At(due.AddDays(1), Morning),
        ];

    /// <summary>Whether a time is that of a review that is overdue.</summary>
    public static bool IsOverdue(DateOnly due, DateTimeOffset point) => point > WorkingDays.EndOf(due);
}
