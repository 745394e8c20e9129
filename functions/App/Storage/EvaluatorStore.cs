using Azure.Data.Tables;
using MicroCred.App.Identity;
using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>
/// What evaluators are fit and free for, and which providers they declared an interest in: a row for each whose profile differs from the
/// directory's.
/// </summary>
internal sealed class EvaluatorStore(TableServiceClient tables, SectorDirectory directory, TimeProvider time) : IEvaluators
{
    /// <summary>How long a change made by another instance may go unseen by those who only read.</summary>
    private static readonly TimeSpan ForReaders = TimeSpan.FromSeconds(5);

    private readonly PersonRows<EvaluatorProfile> _rows = new(tables.GetTableClient(StorageNames.EvaluatorsTable), "evaluator");
    private volatile Recent? _recent;

    /// <summary>The directory with the evaluators' profiles as they are now. One storage request.</summary>
    public async Task<SectorDirectory> NowAsync(CancellationToken cancellationToken)
    {
        var asked = time.GetUtcNow();
        var now = directory.With(await _rows.AllAsync(cancellationToken));
        _recent = new Recent(now, asked);
        return now;
    }

    /// <summary>The same as it was a few seconds ago, or is now. A storage request at most.</summary>
    public async ValueTask<SectorDirectory> RecentAsync(CancellationToken cancellationToken) =>
        _recent is var (recent, at) && time.GetUtcNow() - at < ForReaders ? recent : await NowAsync(cancellationToken);

    /// <inheritdoc/>
    /// <remarks>Two storage requests.</remarks>
    public async Task ChangeAsync(string evaluator, Func<EvaluatorProfile, EvaluatorProfile?> change, CancellationToken cancellationToken)
    {
        if (directory.Evaluators.FirstOrDefault(known => known.Id == evaluator) is not { Profile: { } listed })
        {
            return;
        }

        try
        {
            await _rows.ChangeAsync(evaluator, profile => change(profile ?? listed), cancellationToken);
        }
        finally
        {
            _recent = null;
        }
    }

    /// <summary>What was read, and when: one reference, so that no reader sees half of it.</summary>
    private sealed record Recent(SectorDirectory Directory, DateTimeOffset At);
}
