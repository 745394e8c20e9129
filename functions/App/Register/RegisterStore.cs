using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Register;

/// <summary>
/// The register's numbers. A number is reserved together with its application's id in one transaction, so there are no duplicates. An
/// application gets only one number, however often its publication is retried, because the first try records the block that it will be in.
/// A gap arises only where an application is withdrawn before it is published.
/// </summary>
internal sealed class RegisterStore(TableServiceClient tables, RegisterLog log, SearchIndex search, IOptions<RegisterOptions> options)
    : IRegister,
        IDisposable
{
    private const string NumberProperty = "Number";
    private const string BlockProperty = "Block";

    private readonly TableClient _table = tables.GetTableClient(StorageNames.RegisterTable);

    private readonly SemaphoreSlim _allocating = new(1);

    /// <summary>
    /// The counter after this process's last allocation. If another process has allocated since, the next write is refused.
    /// </summary>
    private NumberCounter? _last;

    /// <summary>Where to start searching for a free number.</summary>
    private int LastBlock => _last?.Block ?? 0;

    /// <summary>
    /// The register's facts that concern an application. One storage request, and one more where it has the same listing.
    /// </summary>
    public async Task<RegisterContext> ContextOfAsync(Application application, CancellationToken cancellationToken)
    {
        var same = IdentityOf(application) is { } identity ? await ReadAsync(identity, cancellationToken) : null;
        var number = (same is null || same.Application == application.Id ? null : await ListedAsync(same, cancellationToken))
            ?? await ImportedAsync(application, cancellationToken);
        return new RegisterContext(number, await search.CloseToAsync(application, cancellationToken));
    }

    /// <summary>
    /// Reserves a number and a reporting code for an approved application: the ones it has, or the next; for a change or an accreditation
    /// those of the entry that it concerns. Two storage requests, or three where this process didn't allocate the number before.
    /// </summary>
    public async Task<Registration> ReserveAsync(Application application, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (application.Concerned is { } concerned)
        {
            var entry = await log.FindAsync(concerned, cancellationToken)
                ?? throw new InvalidDataException(
                    $"Number {concerned}, which application {application.Id} concerns, isn't on the register."
                );
            if (application.Content.Type is ApplicationType.Change)
            {
                await JoinAsync(application, concerned, cancellationToken);
            }

            return new Registration(concerned, entry.Listed.Entry.Code, at);
        }

        var place = await ClaimAsync(application, LastBlock, cancellationToken);
        var earlier = place.IsNew ? null : await ReservedAsync(place.Block, application.Id, cancellationToken);
        var number = earlier ?? await AllocateAsync(application.Id, place, cancellationToken);
        return new Registration(number, options.Value.CodeOf(number), at);
    }

    /// <summary>
    /// How much of all reporting codes is used, in percent, where a registration is the first to reach that percentage, from 90 on; null for
    /// any other.
    /// </summary>
    public int? CodesUsed(Registration registration)
    {
        var all = options.Value.CodesInAll();
        var used = registration.Number * 100 / all;
        return registration.Code is not null && used >= 90 && used > (registration.Number - 1) * 100 / all ? used : null;
    }

    /// <summary>The row of a number; null where there is none.</summary>
    public async Task<RegisterRow?> FindAsync(int number, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(
            RegisterRows.BlockOf(number),
            RegisterRows.Entry(number),
            cancellationToken: cancellationToken
        );
        return row.HasValue ? Of(row.Value!) : null;
    }

    /// <summary>Every number that an application has, in order. One storage request for each thousand, near enough.</summary>
    public async IAsyncEnumerable<RegisterRow> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter =
            TableClient.CreateQueryFilter($"PartitionKey ge {RegisterRows.FirstBlock} and PartitionKey lt {RegisterRows.PastBlocks}")
            + TableClient.CreateQueryFilter($" and RowKey gt {RegisterRows.Entries} and RowKey lt {RegisterRows.PastEntries}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (Of(row) is { } held)
            {
                yield return held;
            }
        }
    }

    /// <returns>Null for a number that is kept for an import.</returns>
    private static RegisterRow? Of(TableEntity row) =>
        row.GetGuid(RegisterRows.Application) is { } application
            ? new(RegisterRows.Number(row.RowKey), ApplicationId.New(application))
            : null;

    public void Dispose() => _allocating.Dispose();

    /// <summary>
    /// Records that a number has another application's listing identity from now on, so that a second one like it isn't taken for new.
    /// </summary>
    private async Task JoinAsync(Application change, int number, CancellationToken cancellationToken)
    {
        var block = number / RegisterRows.NumbersInABlock;
        await _table.UpsertEntityAsync(
            new TableEntity(RegisterRows.Block(block), RegisterRows.Listing(change.Id)) { [NumberProperty] = number },
            TableUpdateMode.Replace,
            cancellationToken
        );
        await ClaimAsync(change, block, cancellationToken);
    }

    /// <summary>The number of an imported entry that is the listing that an application asks for: imports record no identity.</summary>
    private async Task<int?> ImportedAsync(Application application, CancellationToken cancellationToken) =>
        await search.SameListingAsync(application, cancellationToken) is { } number && await FindAsync(number, cancellationToken) is null
            ? number
            : null;

    private async Task<int> AllocateAsync(ApplicationId application, Place place, CancellationToken cancellationToken)
    {
        // One at a time within a process: concurrent allocations would only conflict.
        await _allocating.WaitAsync(cancellationToken);
        try
        {
            for (var isRefused = false; ; isRefused = true)
            {
                var counter =
                    _last is { } known && known.Block == place.Block
                        ? known
                        : await NumberCounter.ReadAsync(_table, place.Block, cancellationToken);
                if (isRefused)
                {
                    counter = await PastKeptAsync(counter, cancellationToken);
                }

                if (counter.IsFull)
                {
                    place = await MoveAsync(place, place.Block + 1, cancellationToken);
                }
                else if (await TryAllocateAsync(application, counter, cancellationToken) is { } number)
                {
                    return number;
                }
            }
        }
        finally
        {
            _allocating.Release();
        }
    }

    /// <summary>The counter past those of the numbers next to it that are taken, as they are where they were kept for an import.</summary>
    private async Task<NumberCounter> PastKeptAsync(NumberCounter counter, CancellationToken cancellationToken)
    {
        var block = RegisterRows.Block(counter.Block);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {block} and RowKey gt {RegisterRows.Entry(counter.Last)} and RowKey lt {RegisterRows.PastEntries}"
        );
        await foreach (
            var row in _table.QueryAsync<TableEntity>(filter, select: [nameof(TableEntity.RowKey)], cancellationToken: cancellationToken)
        )
        {
            if (RegisterRows.Number(row.RowKey) != counter.Last + 1)
            {
                break;
            }

            counter = counter with { Last = counter.Last + 1 };
        }

        return counter;
    }

    /// <returns>The number; null where the counter is stale, or its next number is taken.</returns>
    private async Task<int?> TryAllocateAsync(ApplicationId application, NumberCounter counter, CancellationToken cancellationToken)
    {
        var number = counter.Last + 1;
        var block = RegisterRows.Block(counter.Block);
        try
        {
            var written = await _table.SubmitTransactionAsync(
                [
                    counter.Advance(),
                    new(
                        TableTransactionActionType.Add,
                        new TableEntity(block, RegisterRows.Entry(number)) { [RegisterRows.Application] = application.Value }
                    ),
                    new(
                        TableTransactionActionType.Add,
                        new TableEntity(block, RegisterRows.Listing(application)) { [NumberProperty] = number }
                    ),
                ],
                cancellationToken
            );
            _last = counter with { Last = number, ETag = written.Value[0].Headers.ETag };
            return number;
        }
        catch (TableTransactionFailedException failure) when (failure.Status is 409 or 412)
        {
            // Another process took the number, or this write succeeded and its response was lost.
            _last = null;
            return await ReservedAsync(counter.Block, application, cancellationToken);
        }
    }

    /// <summary>
    /// Records the block of an application's entry under its listing identity: provider, title, level and credits. If two with the same
    /// identity were both approved, both get on the register; the second is recorded under its own id, as is one without an identity.
    /// </summary>
    private async Task<Place> ClaimAsync(Application application, int block, CancellationToken cancellationToken)
    {
        var own = RegisterRows.Listing(application.Id);
        if (IdentityOf(application) is not { } identity)
        {
            return await ClaimAsync(own, application.Id, block, cancellationToken);
        }

        var place = await ClaimAsync(identity, application.Id, block, cancellationToken);
        if (place.Application == application.Id)
        {
            return place;
        }

        return await ReadAsync(own, cancellationToken)
            ?? (
                await ListedAsync(place, cancellationToken) is null
                    ? await TakeOverAsync(place, application.Id, block, cancellationToken)
                    : null
            )
            ?? await ClaimAsync(own, application.Id, block, cancellationToken);
    }

    /// <summary>
    /// Takes the identity over from an application that isn't on the register, usually because it was just withdrawn. That one is first
    /// recorded under its own id, in case it is published after all.
    /// </summary>
    /// <returns>Null where another process was quicker.</returns>
    private async Task<Place?> TakeOverAsync(Place place, ApplicationId application, int block, CancellationToken cancellationToken)
    {
        await _table.UpsertEntityAsync(
            new TableEntity(RegisterRows.Listing(place.Application), RegisterRows.Holder)
            {
                [RegisterRows.Application] = place.Application.Value,
                [BlockProperty] = place.Block,
            },
            TableUpdateMode.Replace,
            cancellationToken
        );
        try
        {
            return (await MoveAsync(place with { Application = application }, block, cancellationToken)) with { IsNew = true };
        }
        catch (RequestFailedException failure) when (failure.Status == 412)
        {
            return null;
        }
    }

    private async Task<Place> ClaimAsync(string partition, ApplicationId application, int block, CancellationToken cancellationToken)
    {
        TableEntity row = new(partition, RegisterRows.Holder) { [RegisterRows.Application] = application.Value, [BlockProperty] = block };
        try
        {
            var written = await _table.AddEntityAsync(row, cancellationToken);
            return new Place(partition, application, block, written.Headers.ETag ?? ETag.All, IsNew: true);
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            return await ReadAsync(partition, cancellationToken)
                ?? throw new InvalidOperationException($"{partition} was there and is gone.", failure);
        }
    }

    private async Task<Place> MoveAsync(Place place, int block, CancellationToken cancellationToken)
    {
        TableEntity row = new(place.Partition, RegisterRows.Holder)
        {
            [RegisterRows.Application] = place.Application.Value,
            [BlockProperty] = block,
        };
        var written = await _table.UpdateEntityAsync(row, place.ETag, TableUpdateMode.Replace, cancellationToken);
        return place with { Block = block, ETag = written.Headers.ETag ?? ETag.All };
    }

    private async Task<Place?> ReadAsync(string partition, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(partition, RegisterRows.Holder, cancellationToken: cancellationToken);
        return row.HasValue
            ? new Place(
                partition,
                ApplicationId.New(row.Value!.GetGuid(RegisterRows.Application)!.Value),
                row.Value.GetInt32(BlockProperty)!.Value,
                row.Value.ETag,
                IsNew: false
            )
            : null;
    }

    /// <summary>
    /// The number of the current entry at a place; null where its application has no number, its entry isn't current, or is another listing
    /// since a change.
    /// </summary>
    private async Task<int?> ListedAsync(Place place, CancellationToken cancellationToken) =>
        await ReservedAsync(place.Block, place.Application, cancellationToken) is { } number
        && await log.FindAsync(number, cancellationToken) is { Listed.Entry: { Status: RegisterStatus.Current } entry }
        && IdentityOf(entry) == place.Partition
            ? number
            : null;

    private async Task<int?> ReservedAsync(int block, ApplicationId application, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(
            RegisterRows.Block(block),
            RegisterRows.Listing(application),
            cancellationToken: cancellationToken
        );
        return row.HasValue ? row.Value!.GetInt32(NumberProperty) : null;
    }

    private static string? IdentityOf(Application application) => ListingKey.Of(application) is { } key ? RegisterRows.Identity(key) : null;

    private static string? IdentityOf(RegisterEntry entry) => ListingKey.Of(entry) is { } key ? RegisterRows.Identity(key) : null;

    /// <summary>The block of numbers that an application's entry is or will be in.</summary>
    private sealed record Place(string Partition, ApplicationId Application, int Block, ETag ETag, bool IsNew);
}
