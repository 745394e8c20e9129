namespace MicroCred.Approval;

/// <summary>A time limit in working days, from the day on which it starts to run to the moment by which something is due.</summary>
/// <param name="Started">The day in Auckland on which it started.</param>
/// <param name="Due">The moment, in UTC.</param>
public sealed record Clock(DateOnly Started, DateTimeOffset Due)
{
    /// <summary>
    /// When somebody is reminded before it is due: at the end of the working days that complete half, and four fifths, of the time. A clock
    /// of one working day has no such moment.
    /// </summary>
    public IReadOnlyList<DateTimeOffset> Reminders
    {
        get
        {
            var days = WorkingDays.Between(Started, WorkingDays.DayOf(Due));
            return
            [
                .. new[] { days / 2, days * 4 / 5 }
                    .Where(day => day > 0)
                    .Distinct()
                    .Select(day => WorkingDays.EndOf(WorkingDays.Add(Started, day)))
                    .Where(point => point < Due),
            ];
        }
    }

    /// <summary>The same clock after it stood still from one day to another: both its ends move by the working days in between.</summary>
    public Clock AfterStandingStill(DateOnly from, DateOnly until)
    {
        var days = WorkingDays.Between(from > Started ? from : Started, until);
        return days == 0 ? this : new(WorkingDays.Add(Started, days), WorkingDays.Deadline(Due, days));
    }
}
