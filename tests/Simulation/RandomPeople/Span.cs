namespace MicroCred.Simulation.RandomPeople;

/// <summary>A clock as it should be: the day on which it started, the last day, and since when it has been so.</summary>
internal sealed record Span(DateOnly Started, DateOnly Last, DateTimeOffset Since)
{
    public DateTimeOffset Due => OwnCalendar.EndOf(Last);

    public static Span Of(DateTimeOffset at, int workingDays) =>
        new(OwnCalendar.DayOf(at), OwnCalendar.Nth(OwnCalendar.DayOf(at), workingDays), at);

    /// <summary>The same after it stood still from one moment to another.</summary>
    public Span StoodStill(DateTimeOffset from, DateTimeOffset until)
    {
        var first = OwnCalendar.DayOf(from);
        var days = OwnCalendar.Count(first > Started ? first : Started, OwnCalendar.DayOf(until));
        return new(OwnCalendar.Nth(Started, days), OwnCalendar.Nth(Last, days), until);
    }

    /// <summary>When somebody is reminded: after half and after four fifths of the days, when it is due, and every five days after that.</summary>
    /// <param name="until">The last moment to look at.</param>
    public IEnumerable<DateTimeOffset> Reminders(DateTimeOffset until)
    {
        var days = OwnCalendar.Count(Started, Last);
        foreach (var day in new[] { days / 2, days * 4 / 5 }.Distinct().Where(day => day > 0))
        {
            var point = OwnCalendar.EndOf(OwnCalendar.Nth(Started, day));
            if (point < Due && point <= until)
            {
                yield return point;
            }
        }

        for (var last = Last; OwnCalendar.EndOf(last) <= until; last = OwnCalendar.Nth(last, 5))
        {
            yield return OwnCalendar.EndOf(last);
        }
    }
}
