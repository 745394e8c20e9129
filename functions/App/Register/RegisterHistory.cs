using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>
/// The register's entries as they were on earlier days, for statistics. The log is read by the first question about an earlier day; later
/// ones read what was appended since.
/// </summary>
internal sealed class RegisterHistory(RegisterLog log, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1);
    private readonly List<RegisterState> _states = [];
    private readonly Dictionary<Provider, Provider> _providers = [];
    private long _readUpTo;

    /// <summary>The last answer of entries as they are now: it is asked for in several forms at once.</summary>
    private volatile Counting? _last;

    /// <summary>The register in numbers as of a day. From today on no storage request; for an earlier day one for each thousand new rows.</summary>
    /// <param name="entries">The entries as they are now.</param>
    /// <param name="asAt">The day.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<RegisterStatistics> StatisticsAsync(
        IReadOnlyList<RegisterEntry> entries,
        DateOnly asAt,
        CancellationToken cancellationToken
    )
    {
        if (asAt >= WorkingDays.DayOf(time.GetUtcNow()))
        {
            var last = _last;
            if (!ReferenceEquals(last?.Entries, entries) || last.AsAt != asAt)
            {
                _last = last = new Counting(entries, asAt, RegisterStatistics.Of(entries, asAt));
            }

            return last.Statistics;
        }

        await _reading.WaitAsync(cancellationToken);
        try
        {
            await foreach (var change in log.ReadAsync(_readUpTo, cancellationToken))
            {
                _states.Add(new RegisterState(change.At, Counted(change.Entry)));
                _readUpTo = change.Seq;
            }

            return RegisterStatistics.Of(RegisterState.On(asAt, _states), asAt);
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    /// <summary>An entry without its texts, which would take many times the memory of what is counted.</summary>
    private RegisterEntry Counted(RegisterEntry entry)
    {
        if (!_providers.TryGetValue(entry.Developer, out var developer))
        {
            _providers[entry.Developer] = developer = entry.Developer;
        }

        return new RegisterEntry(
            entry.Number,
            entry.Version,
            entry.Code,
            Title: "",
            entry.Level,
            entry.Credits,
            entry.Nzsced,
            developer,
            Deliverers: [],
            entry.UseCase,
            Purpose: "",
            Outcomes: [],
            DeliveryModes: [],
            Standards: [],
            entry.ApprovedOn,
            entry.ReviewDue,
            entry.LastEnrolment,
            entry.LastAchievement,
            entry.Status,
            entry.Funding,
            entry.Ctid
        );
    }

    private sealed record Counting(IReadOnlyList<RegisterEntry> Entries, DateOnly AsAt, RegisterStatistics Statistics);
}
