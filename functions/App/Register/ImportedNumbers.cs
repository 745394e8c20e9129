using Azure.Data.Tables;
using MicroCred.App.Storage;

namespace MicroCred.App.Register;

/// <summary>
/// Keeps numbers for imported entries, in the rows from which applications get theirs: an application's next number passes over them. Which
/// import a number is kept for isn't said, since imports agree by the log: what one kept and didn't use, as after a crash, another may use.
/// </summary>
internal sealed class ImportedNumbers(TableServiceClient tables)
{
    private const int RowsATransaction = 100;
    private const int BlocksAtOnce = 8;
    private const int MostTries = 20;

    private readonly TableClient _table = tables.GetTableClient(StorageNames.RegisterTable);

    /// <summary>Keeps these numbers. Two storage requests for each hundred of them, near enough.</summary>
    /// <returns>Those that applications have, which can't be kept.</returns>
    public async Task<IReadOnlySet<int>> KeepAsync(IReadOnlyCollection<int> numbers, CancellationToken cancellationToken)
    {
        Lock adding = new();
        HashSet<int> refused = [];
        await Parallel.ForEachAsync(
            numbers.GroupBy(number => number / RegisterRows.NumbersInABlock),
            new ParallelOptions { MaxDegreeOfParallelism = BlocksAtOnce, CancellationToken = cancellationToken },
            async (block, token) =>
            {
                var applications = await KeepAsync(block.Key, [.. block], token);
                lock (adding)
                {
                    refused.UnionWith(applications);
                }
            }
        );
        return refused;
    }

    /// <summary>Keeps the first free numbers, so many.</summary>
    /// <param name="count">How many.</param>
    /// <param name="isTaken">Whether a number is known to be taken, or is to stay free.</param>
    /// <param name="last">The last number that will do.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The numbers; fewer where there are fewer.</returns>
    public async Task<IReadOnlyList<int>> KeepFreeAsync(int count, Func<int, bool> isTaken, int last, CancellationToken cancellationToken)
    {
        List<int> kept = [];
        for (var block = 0; kept.Count < count && block * RegisterRows.NumbersInABlock <= last; block++)
        {
            var start = block * RegisterRows.NumbersInABlock;
            List<int> open =
            [
                .. Enumerable.Range(start, RegisterRows.NumbersInABlock).Where(number => number > 0 && number <= last && !isTaken(number)),
            ];
            while (open.Count > 0 && kept.Count < count)
            {
                var rows = await RowsAsync(block, start, start + RegisterRows.NumbersInABlock - 1, cancellationToken);
                open.RemoveAll(number => rows.GetValueOrDefault(number));
                var wanted = open.Take(Math.Min(RowsATransaction, count - kept.Count)).ToList();

                // What an earlier import kept and didn't use is kept already.
                var toAdd = wanted.Where(number => !rows.ContainsKey(number)).ToList();
                if (wanted.Count > 0 && (toAdd.Count == 0 || await TryAddAsync(block, toAdd, cancellationToken)))
                {
                    kept.AddRange(wanted);
                    open.RemoveAll(wanted.Contains);
                }
            }
        }

        return kept;
    }

    private async Task<IReadOnlyCollection<int>> KeepAsync(int block, IReadOnlyCollection<int> numbers, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            var rows = await RowsAsync(block, numbers.Min(), numbers.Max(), cancellationToken);
            var isKept = true;
            foreach (var wanted in numbers.Where(number => !rows.ContainsKey(number)).Chunk(RowsATransaction))
            {
                isKept &= await TryAddAsync(block, wanted, cancellationToken);
            }

            if (isKept)
            {
                return [.. numbers.Where(number => rows.GetValueOrDefault(number))];
            }
        }

        throw new InvalidOperationException($"Others take numbers of block {block} all the time.");
    }

    /// <summary>The numbers of a block that are taken, and whether an application has each.</summary>
    private async Task<Dictionary<int, bool>> RowsAsync(int block, int first, int last, CancellationToken cancellationToken)
    {
        Dictionary<int, bool> rows = [];
        await foreach (
            var row in _table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey eq {RegisterRows.Block(block)} and RowKey ge {RegisterRows.Entry(first)} and RowKey le {RegisterRows.Entry(last)}"
                ),
                select: [nameof(TableEntity.RowKey), RegisterRows.Application],
                cancellationToken: cancellationToken
            )
        )
        {
            rows[RegisterRows.Number(row.RowKey)] = row.GetGuid(RegisterRows.Application) is not null;
        }

        return rows;
    }

    /// <returns>False where somebody took one of them meanwhile; then none is added.</returns>
    private async Task<bool> TryAddAsync(int block, IReadOnlyCollection<int> numbers, CancellationToken cancellationToken)
    {
        try
        {
            await _table.SubmitTransactionAsync(
                numbers.Select(number => new TableTransactionAction(
                    TableTransactionActionType.Add,
                    new TableEntity(RegisterRows.Block(block), RegisterRows.Entry(number))
                )),
                cancellationToken
            );
            return true;
        }
        catch (TableTransactionFailedException failure) when (failure.Status == 409)
        {
            return false;
        }
    }
}
