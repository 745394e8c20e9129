namespace MicroCred.Approval;

/// <summary>An entry as it was from a moment on, until the next state of the same number.</summary>
/// <param name="At">The moment, in UTC.</param>
/// <param name="Entry">The entry.</param>
public sealed record RegisterState(DateTimeOffset At, RegisterEntry Entry)
{
    /// <summary>
    /// The entries as they were at the end of a day in Pacific/Auckland, by number. An entry whose first state is later stands as in that
    /// state: it was registered elsewhere before, on the day that it says.
    /// </summary>
    /// <param name="states">The states of all entries, the earliest first.</param>
    /// <param name="day">The day.</param>
    public static IReadOnlyCollection<RegisterEntry> On(DateOnly day, IEnumerable<RegisterState> states)
    {
        ArgumentNullException.ThrowIfNull(states);
        SortedDictionary<int, RegisterEntry> entries = [];
        foreach (var state in states)
        {
            if (WorkingDays.DayOf(state.At) <= day)
            {
                entries[state.Entry.Number] = state.Entry;
            }
            else
            {
                entries.TryAdd(state.Entry.Number, state.Entry);
            }
        }

        return entries.Values;
    }
}
