using Azure;
using Azure.Data.Tables;
using MicroCred.App.Identity;
using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>
/// What evaluators are fit and free for, and which providers they declared an interest in: a row for each whose profile differs from the
/// directory's.
/// </summary>
internal sealed class EvaluatorStore(TableServiceClient tables, SectorDirectory directory, TimeProvider time)
{
    private const string Partition = "evaluator";

    /// <summary>How long a change made by another instance may go unseen by those who only read.</summary>
    private static readonly TimeSpan ForReaders = TimeSpan.FromSeconds(5);

    private const int MostTries = 20;

    private readonly TableClient _table = tables.GetTableClient(StorageNames.EvaluatorsTable);
    private volatile Recent? _recent;

    /// <summary>The directory with the evaluators' profiles as they are now. One storage request.</summary>
    public async Task<SectorDirectory> NowAsync(CancellationToken cancellationToken)
    {
        var asked = time.GetUtcNow();
        Dictionary<string, EvaluatorProfile> profiles = [];
        await foreach (
            var row in _table.QueryAsync<TableEntity>(row => row.PartitionKey == Partition, cancellationToken: cancellationToken)
        )
        {
            profiles[row.RowKey] = row.Json<EvaluatorProfile>();
        }

        var now = directory.With(profiles);
        _recent = new Recent(now, asked);
        return now;
    }

    /// <summary>The same as it was a few seconds ago, or is now. A storage request at most.</summary>
    public async ValueTask<SectorDirectory> RecentAsync(CancellationToken cancellationToken) =>
        _recent is var (recent, at) && time.GetUtcNow() - at < ForReaders ? recent : await NowAsync(cancellationToken);

    /// <summary>An evaluator's profile and the tag to change it under; null where there is no such evaluator. One storage request.</summary>
    public async Task<(EvaluatorProfile Profile, ETag? Tag)?> FindAsync(string evaluator, CancellationToken cancellationToken)
    {
        if (directory.Evaluators.FirstOrDefault(known => known.Id == evaluator) is not { } listed)
        {
            return null;
        }

        var row = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, evaluator, cancellationToken: cancellationToken);
        return row.HasValue ? (row.Value!.Json<EvaluatorProfile>(), row.Value!.ETag) : (listed.Profile!, null);
    }

    /// <summary>Writes an evaluator's profile. One storage request.</summary>
    /// <param name="evaluator">Whose, by id.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="tag">The tag that it was read with; null where there was no row.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <exception cref="ConcurrentChangeException">Somebody else wrote it meanwhile.</exception>
    public async Task SaveAsync(string evaluator, EvaluatorProfile profile, ETag? tag, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition, evaluator).WithJson(profile);
        try
        {
            await (
                tag is { } read
                    ? _table.UpdateEntityAsync(row, read, TableUpdateMode.Replace, cancellationToken)
                    : _table.AddEntityAsync(row, cancellationToken)
            );
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
        {
            throw new ConcurrentChangeException($"Evaluator {evaluator}", failure);
        }
        finally
        {
            _recent = null;
        }
    }

    /// <summary>
    /// Adds a provider to an evaluator's declared interests; nothing where it is among them, or the person isn't an evaluator. Two storage
    /// requests.
    /// </summary>
    public async Task DeclareAsync(string person, ProviderNumber provider, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            if (await FindAsync(person, cancellationToken) is not var (profile, tag) || profile.Interests.Contains(provider))
            {
                return;
            }

            try
            {
                await SaveAsync(person, profile with { Interests = [.. profile.Interests, provider] }, tag, cancellationToken);
                return;
            }
            catch (ConcurrentChangeException) when (tries < MostTries)
            {
                // Read again, with what somebody else wrote.
            }
        }
    }

    /// <summary>What was read, and when: one reference, so that no reader sees half of it.</summary>
    private sealed record Recent(SectorDirectory Directory, DateTimeOffset At);
}
