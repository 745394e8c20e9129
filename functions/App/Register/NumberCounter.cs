using Azure;
using Azure.Data.Tables;

namespace MicroCred.App.Register;

/// <summary>The last number allocated in a block. Block 0 holds 1 to 999, block 1 holds 1000 to 1999, and so on.</summary>
internal sealed record NumberCounter(int Block, int Last, ETag? ETag)
{
    private const string LastProperty = "Last";

    public bool IsFull => Last == ((Block + 1) * RegisterRows.NumbersInABlock) - 1;

    public static async Task<NumberCounter> ReadAsync(TableClient table, int block, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            RegisterRows.Block(block),
            RegisterRows.Counter,
            cancellationToken: cancellationToken
        );
        return row.HasValue
            ? new NumberCounter(block, row.Value!.GetInt32(LastProperty)!.Value, row.Value.ETag)
            : new NumberCounter(block, Math.Max(0, (block * RegisterRows.NumbersInABlock) - 1), null);
    }

    /// <summary>The action that takes the next number in a transaction; it fails if another process was quicker.</summary>
    public TableTransactionAction Advance()
    {
        TableEntity row = new(RegisterRows.Block(Block), RegisterRows.Counter) { [LastProperty] = Last + 1 };
        return ETag is { } tag
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, tag)
            : new TableTransactionAction(TableTransactionActionType.Add, row);
    }
}
