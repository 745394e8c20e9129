using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>The latest entry of each number that this process has read, once in memory, whoever holds it: the lists, and what was imported.</summary>
internal sealed class KnownEntries
{
    private readonly Lock _lock = new();
    private readonly SharedParts _shared = new();
    private readonly Dictionary<int, (long Row, RegisterEntry Entry)> _latest = [];

    /// <summary>An entry as a row of the log has it: the same object for the same row, as long as it is the number's latest.</summary>
    public RegisterEntry Of(RegisterEntry entry, long row)
    {
        lock (_lock)
        {
            if (_latest.TryGetValue(entry.Number, out var known) && known.Row == row)
            {
                return known.Entry;
            }

            entry = _shared.Of(entry);
            if (known.Row < row)
            {
                _latest[entry.Number] = (row, entry);
            }

            return entry;
        }
    }
}
