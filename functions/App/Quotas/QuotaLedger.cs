using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Quotas;

/// <summary>
/// Counts each provider's daily use: one row for each provider and day, updated under its ETag, so that no instance overwrites another's
/// count. The amount is taken before the command is written; an interruption in between leaves the count too high, never too low.
/// </summary>
internal sealed class QuotaLedger(TableServiceClient tables, IOptions<QuotaOptions> options, TimeProvider time) : IQuotas
{
    private readonly QuotaOptions _limits = options.Value;
    private readonly TableClient _table = tables.GetTableClient(StorageNames.WorklistsTable);
    private readonly ConcurrentDictionary<ProviderNumber, Account> _accounts = new();

    /// <summary>
    /// Takes an amount from a provider's daily quotas. One storage request; two where this process hasn't seen the provider today, and
    /// another two for each lost race against another instance.
    /// </summary>
    /// <returns>The day that it was counted on, and the exceeded quota, in which case nothing is taken.</returns>
    public async Task<(DateOnly Day, QuotaExceeded? Exceeded)> TakeAsync(
        ProviderNumber provider,
        DailyUse use,
        CancellationToken cancellationToken
    )
    {
        var day = Today;
        QuotaExceeded? exceeded = null;
        await ChangeAsync(provider, day, used => (exceeded = ExceededBy(used, use, day)) is null ? used + use : null, cancellationToken);
        return (day, exceeded);
    }

    /// <summary>Gives back the amount of a command that failed. Amounts of a past day are ignored.</summary>
    public async Task GiveBackAsync(ProviderNumber provider, DateOnly day, DailyUse use, CancellationToken cancellationToken)
    {
        if (day == Today)
        {
            await ChangeAsync(provider, day, used => used - use, cancellationToken);
        }
    }

    /// <summary>
    /// Which of these quotas a provider has used up; null for none, as far as this process knows. No storage request unless it knows of
    /// one, and then one to confirm.
    /// </summary>
    public async Task<QuotaExceeded?> SpentOfAsync(
        ProviderNumber provider,
        IReadOnlyList<Quota> quotas,
        CancellationToken cancellationToken
    )
    {
        var day = Today;
        if (!_accounts.TryGetValue(provider, out var account) || account.Day != day || Spent(account.Used) is null)
        {
            return null;
        }

        QuotaExceeded? spent = null;
        await ChangeAsync(
            provider,
            day,
            used =>
            {
                spent = Spent(used);
                return null;
            },
            cancellationToken
        );
        return spent;

        QuotaExceeded? Spent(DailyUse used) =>
            quotas
                .Where(quota => used.Of(quota) >= _limits.Of(quota))
                .Select(quota => Exceeded(quota, used, asked: 0, day))
                .FirstOrDefault();
    }

    /// <summary>Each provider's use today, as a share of its limit. One storage request for each thousand providers.</summary>
    public async IAsyncEnumerable<(ProviderNumber Provider, Quota Quota, double Share)> SharesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var from = QuotaRows.Of(Today);
        await foreach (var row in Between(from, from + "~", cancellationToken))
        {
            var used = UseIn(row);
            foreach (var quota in Enum.GetValues<Quota>())
            {
                yield return (
                    QuotaRows.In(row.PartitionKey),
                    quota,
                    _limits.Of(quota) == 0 ? 1 : (double)used.Of(quota) / _limits.Of(quota)
                );
            }
        }
    }

    /// <summary>Removes the counts of earlier days. One storage request each, and one for each thousand.</summary>
    public async Task<int> RemoveAsync(DateOnly before, int most, CancellationToken cancellationToken)
    {
        var removed = 0;
        await foreach (var row in Between(QuotaRows.All, QuotaRows.Of(before), cancellationToken))
        {
            if (removed == most)
            {
                break;
            }

            await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
            removed++;
        }

        return removed;
    }

    /// <summary>Today's date in Auckland.</summary>
    public DateOnly Today => WorkingDays.DayOf(time.GetUtcNow());

    /// <summary>
    /// Changes a provider's count for a day. One at a time within this process, to avoid conflicts; if another instance has written
    /// meanwhile, the count is read again and the change repeated.
    /// </summary>
    private async Task ChangeAsync(
        ProviderNumber provider,
        DateOnly day,
        Func<DailyUse, DailyUse?> change,
        CancellationToken cancellationToken
    )
    {
        var account = _accounts.GetOrAdd(provider, _ => new Account());
        await account.Turn.WaitAsync(cancellationToken);
        try
        {
            var isFresh = account.Day != day;
            if (isFresh)
            {
                await ReadAsync(account, provider, day, cancellationToken);
            }

            while (true)
            {
                if (change(account.Used) is { } next)
                {
                    if (await TryWriteAsync(account, provider, day, next, cancellationToken))
                    {
                        return;
                    }
                }
                else if (isFresh)
                {
                    return;
                }

                // Another instance may have changed the count since.
                await ReadAsync(account, provider, day, cancellationToken);
                isFresh = true;
            }
        }
        finally
        {
            account.Turn.Release();
        }
    }

    private async Task ReadAsync(Account account, ProviderNumber provider, DateOnly day, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(
            QuotaRows.Of(day, provider),
            WorklistRows.Line,
            cancellationToken: cancellationToken
        );
        account.Set(day, row.HasValue ? UseIn(row.Value!) : DailyUse.Nothing, row.HasValue ? row.Value!.ETag : null);
    }

    /// <returns>False where another instance was quicker.</returns>
    private async Task<bool> TryWriteAsync(
        Account account,
        ProviderNumber provider,
        DateOnly day,
        DailyUse next,
        CancellationToken cancellationToken
    )
    {
        TableEntity row = new(QuotaRows.Of(day, provider), WorklistRows.Line);
        foreach (var quota in Enum.GetValues<Quota>())
        {
            row[quota.ToString()] = next.Of(quota);
        }

        try
        {
            var written = account.Tag is { } tag
                ? await _table.UpdateEntityAsync(row, tag, TableUpdateMode.Replace, cancellationToken)
                : await _table.AddEntityAsync(row, cancellationToken);
            account.Set(day, next, written.Headers.ETag);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
        {
            return false;
        }
        catch
        {
            // It isn't known whether the write succeeded, so the row has to be read.
            account.Forget();
            throw;
        }
    }

    private QuotaExceeded? ExceededBy(DailyUse used, DailyUse use, DateOnly day) =>
        Enum.GetValues<Quota>()
            .Where(quota => use.Of(quota) > 0 && used.Of(quota) + use.Of(quota) > _limits.Of(quota))
            .Select(quota => Exceeded(quota, used, use.Of(quota), day))
            .FirstOrDefault();

    private QuotaExceeded Exceeded(Quota quota, DailyUse used, long asked, DateOnly day)
    {
        var until = WorkingDays.EndOf(day).AddSeconds(1);
        return new QuotaExceeded(quota, _limits.Of(quota), used.Of(quota), asked, until, until - time.GetUtcNow());
    }

    private AsyncPageable<TableEntity> Between(string from, string to, CancellationToken cancellationToken) =>
        _table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to}"),
            cancellationToken: cancellationToken
        );

    private static DailyUse UseIn(TableEntity row) => new(Of(row, Quota.Bytes), Of(row, Quota.Drafts), Of(row, Quota.Documents));

    private static long Of(TableEntity row, Quota quota) => row.GetInt64(quota.ToString()) ?? 0;

    /// <summary>This process's knowledge of a provider's day, and the ETag to update it under; null where there is no row yet.</summary>
    private sealed class Account
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public DateOnly? Day { get; private set; }

        public DailyUse Used { get; private set; } = DailyUse.Nothing;

        public ETag? Tag { get; private set; }

        public void Set(DateOnly day, DailyUse used, ETag? tag) => (Day, Used, Tag) = (day, used, tag);

        public void Forget() => Day = null;
    }
}
