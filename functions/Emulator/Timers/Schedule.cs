using System.Globalization;
using NCrontab;

namespace MicroCred.Emulator.Timers;

/// <summary>When a timer function runs, in UTC: an NCRONTAB expression, or a time span from one run to the next.</summary>
internal sealed class Schedule
{
    private readonly CrontabSchedule? _cron;
    private readonly TimeSpan _span;

    private Schedule(CrontabSchedule? cron, TimeSpan span) => (_cron, _span) = (cron, span);

    /// <summary>Whether runs are a minute apart or more. Only then is it worth remembering which were missed.</summary>
    public bool IsCoarse
    {
        get
        {
            if (_cron is null)
                return _span >= TimeSpan.FromMinutes(1);

            var start = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
            var runs = _cron.GetNextOccurrences(start, start.AddYears(1)).Take(10).Prepend(start).ToList();
            return runs.Skip(1).Zip(runs.Skip(2), (one, next) => next - one).All(gap => gap >= TimeSpan.FromMinutes(1));
        }
    }

    /// <summary>Reads an expression of six fields, of five (then at second zero), or a time span; null when it is none.</summary>
    public static Schedule? Parse(string text)
    {
        if (text.Contains(':', StringComparison.Ordinal))
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span > TimeSpan.Zero ? new Schedule(null, span) : null;

        var options = new CrontabSchedule.ParseOptions { IncludingSeconds = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6 };
        return CrontabSchedule.TryParse(text, options) is { } cron ? new Schedule(cron, TimeSpan.Zero) : null;
    }

    /// <summary>The first run after an instant.</summary>
    public DateTime After(DateTime instant) => _cron?.GetNextOccurrence(instant) ?? instant + _span;
}
