using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using MicroCred.App.Identity;
using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <content>Reads the lists, a page at a time.</content>
internal sealed partial class Worklists
{
    /// <summary>Lines may be skipped, so pages of one or two lines would take a request for each line.</summary>
    private const int FewestAPage = 100;

    private const int MostLooked = 5_000;

    /// <summary>The commands that aren't followed up completely yet, or are just being written.</summary>
    public async IAsyncEnumerable<OutboxEntry> OutboxAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (
            var row in _underway.QueryAsync<TableEntity>(Underway(WorklistRows.Outbox).After(null), cancellationToken: cancellationToken)
        )
        {
            yield return row.Json<OutboxEntry>();
        }
    }

    /// <summary>Every finished application with its revision, which older lines lack. One storage request for each thousand.</summary>
    public async IAsyncEnumerable<(ApplicationId Id, int? Revision)> FinishedAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (
            var row in _kept.QueryAsync<TableEntity>(
                Kept(WorklistRows.AllClosed).After(null),
                select: [nameof(TableEntity.PartitionKey), WorklistRows.Revision],
                cancellationToken: cancellationToken
            )
        )
        {
            yield return (WorklistRows.ClosedOne(row.PartitionKey), row.GetInt32(WorklistRows.Revision));
        }
    }

    /// <summary>
    /// Applications that the caller may read: for a provider its own, first those under way, then those that have ended; for others by
    /// status.
    /// </summary>
    public Task<ListPage<ApplicationSummary>> ApplicationsAsync(
        Caller caller,
        ApplicationStatus? status,
        int limit,
        string? after,
        CancellationToken cancellationToken
    )
    {
        IEnumerable<ApplicationStatus> statuses = status is { } one ? [one] : Enum.GetValues<ApplicationStatus>();
        return ReadAsync<ApplicationSummary>(
            caller.Provider is { Number: var provider }
                ? [Underway(WorklistRows.Provider(provider)), Kept(WorklistRows.Provider(provider))]
                :
                [
                    .. statuses
                        .Where(s => !s.IsProvidersAlone())
                        .Select(s => IsUnderway(s) ? Underway(WorklistRows.ByStatus(s)) : Kept(WorklistRows.Closed(s))),
                ],
            limit,
            after,
            (line, readable) => caller.MayRead(readable) && (status is null || line.Status == status),
            cancellationToken
        );
    }

    /// <summary>
    /// The provider's other applications under way, drafts included, for the same as this one: the same new listing, or the same act on an
    /// entry. One storage request, however many the provider has under way; none where the application has no title, or names no entry.
    /// </summary>
    public async Task<IReadOnlyList<ApplicationSummary>> UnderwayAsAsync(Application application, CancellationToken cancellationToken)
    {
        List<ApplicationSummary> alike = [];
        if (ListingKey.OfUnderway(application) is { } key)
        {
            var filter =
                Underway(WorklistRows.Provider(application.Provider.Number)).After(null) + $" and {nameof(ListLine.Listing)} eq '{key}'";
            await foreach (var row in _underway.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            {
                alike.Add(row.Json<ApplicationSummary>());
            }
        }

        return [.. alike.Where(other => other.Id != application.Id)];
    }

    /// <summary>
    /// The applications under way that the caller may read, each with its <see cref="DescriptionKey"/>; null in a line written before these
    /// were. For a provider one storage request for each thousand, for others one for each status and thousand.
    /// </summary>
    public async Task<IReadOnlyList<(ApplicationSummary Line, string? Says)>> UnderwayForAsync(
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var prefixes = caller.Provider is { Number: var provider }
            ? [WorklistRows.Provider(provider)]
            : Enum.GetValues<ApplicationStatus>()
                .Where(status => IsUnderway(status) && !status.IsProvidersAlone())
                .Select(WorklistRows.ByStatus)
                .ToArray();
        List<(ApplicationSummary, string?)> lines = [];
        foreach (var prefix in prefixes)
        {
            await foreach (var row in _underway.QueryAsync<TableEntity>(Underway(prefix).After(null), cancellationToken: cancellationToken))
            {
                if (ListLine.ReadableOf(row) is { } readable && caller.MayRead(readable))
                {
                    lines.Add((row.Json<ApplicationSummary>(), row.GetString(nameof(ListLine.Says))));
                }
            }
        }

        return lines;
    }

    /// <summary>
    /// A provider's applications under way, drafts among them, each with the deadline (UTC) of what it waits for; null where there is none,
    /// and in a line written before deadlines were. One storage request for each thousand.
    /// </summary>
    public async Task<IReadOnlyList<(ApplicationSummary Line, DateTimeOffset? Due)>> UnderwayOfAsync(
        ProviderNumber provider,
        CancellationToken cancellationToken
    )
    {
        List<(ApplicationSummary, DateTimeOffset?)> lines = [];
        await foreach (
            var row in _underway.QueryAsync<TableEntity>(
                Underway(WorklistRows.Provider(provider)).After(null),
                cancellationToken: cancellationToken
            )
        )
        {
            lines.Add((row.Json<ApplicationSummary>(), row.GetDateTimeOffset(nameof(ListLine.Due))));
        }

        return lines;
    }

    /// <summary>A provider's applications that have ended, a page at a time.</summary>
    public Task<ListPage<ApplicationSummary>> EndedOfAsync(
        ProviderNumber provider,
        int limit,
        string? after,
        CancellationToken cancellationToken
    ) =>
        ReadAsync<ApplicationSummary>(
            [Kept(WorklistRows.Provider(provider))],
            limit,
            after,
            (line, _) => line.Provider.Number == provider,
            cancellationToken
        );

    /// <summary>
    /// Tasks that the caller may read: one assignee's, open before done, or everybody's open ones. Of open ones the urgent come first, then
    /// those that are due first. A storage request for each thousand open ones, and one for a page of done ones.
    /// </summary>
    public async Task<ListPage<TaskSummary>> TasksAsync(
        Caller caller,
        string? assignee,
        int limit,
        string? after,
        CancellationToken cancellationToken
    )
    {
        const int open = 0;
        const int done = 1;
        var (range, place) = Cursor.Read(after, assignee is null ? done : done + 1);
        List<TaskSummary> items = [];
        if (range == open)
        {
            var all = await ReadAllAsync<TaskSummary>(
                [Underway(assignee is null ? WorklistRows.Tasks : WorklistRows.TasksOf(assignee))],
                Fits,
                cancellationToken
            );
            var rest = all.Select(task => (Task: task, Place: PlaceOf(task)))
                .Where(line => place is null || string.CompareOrdinal(line.Place, place) > 0)
                .OrderBy(line => line.Place, StringComparer.Ordinal)
                .ToList();
            items.AddRange(rest.Take(limit).Select(line => line.Task));
            if (rest.Count > limit || (rest.Count == limit && assignee is not null))
            {
                return new(items, rest.Count > limit ? Cursor.Write(open, rest[limit - 1].Place) : Cursor.Write(done, BeforeAll));
            }

            place = null;
        }

        if (assignee is null)
        {
            return new(items, Next: null);
        }

        var page = await ReadAsync<TaskSummary>(
            [Kept(WorklistRows.Done(assignee))],
            limit - items.Count,
            place is null ? null : Cursor.Write(0, place),
            Fits,
            cancellationToken
        );
        return new([.. items, .. page.Items], page.Next is { } next ? Cursor.Write(done, Cursor.Read(next, 1).Place!) : null);

        bool Fits(TaskSummary line, Readable readable) => caller.MayRead(readable) && (assignee is null || line.Assignee == assignee);
    }

    /// <summary>A place before every task's id.</summary>
    private const string BeforeAll = "-";

    /// <summary>An open task's place on a list.</summary>
    private static string PlaceOf(TaskSummary task) =>
        string.Create(CultureInfo.InvariantCulture, $"{(task.Urgent ? 0 : 1)}|{task.Due.UtcTicks:D19}|{task.Id}");

    /// <summary>
    /// The open tasks that concern the caller and that they may read: for a registrar everybody's, for others their own and those that
    /// nobody has. One storage request for each thousand.
    /// </summary>
    public Task<IReadOnlyList<TaskSummary>> OpenTasksForAsync(Caller caller, CancellationToken cancellationToken) =>
        ReadAllAsync<TaskSummary>(
            caller.Is(Role.Registrar)
                ? [Underway(WorklistRows.Tasks)]
                : [Underway(WorklistRows.TasksOf(caller.Actor.Id)), Underway(WorklistRows.TasksOf(WorklistRows.Nobody))],
            (_, readable) => caller.MayRead(readable),
            cancellationToken
        );

    /// <summary>
    /// The ids of the applications whose provider has to answer a question, while which an evaluation's clock stands still. One storage
    /// request for each thousand.
    /// </summary>
    public async Task<IReadOnlySet<ApplicationId>> StandingStillAsync(CancellationToken cancellationToken)
    {
        HashSet<ApplicationId> ids = [];
        var filter = Underway(WorklistRows.ByStatus(ApplicationStatus.InformationRequested)).After(null);
        await foreach (
            var row in _underway.QueryAsync<TableEntity>(filter, select: [nameof(TableEntity.RowKey)], cancellationToken: cancellationToken)
        )
        {
            ids.Add(ApplicationId.Parse(row.RowKey.Split('|')[^1]));
        }

        return ids;
    }

    /// <summary>The tasks that the caller has done and may still read, a page at a time.</summary>
    public Task<ListPage<TaskSummary>> DoneTasksOfAsync(Caller caller, int limit, string? after, CancellationToken cancellationToken) =>
        ReadAsync<TaskSummary>(
            [Kept(WorklistRows.Done(caller.Actor.Id))],
            limit,
            after,
            (line, readable) => caller.MayRead(readable) && line.Assignee == caller.Actor.Id,
            cancellationToken
        );

    private Range Underway(string prefix) => new(_underway, WorklistRows.Underway, prefix);

    private Range Kept(string prefix) => new(_kept, null, prefix);

    /// <summary>All lines of some ranges that fit. One storage request for each thousand.</summary>
    private static async Task<IReadOnlyList<T>> ReadAllAsync<T>(
        IReadOnlyList<Range> ranges,
        Func<T, Readable, bool> fits,
        CancellationToken cancellationToken
    )
    {
        List<T> all = [];
        string? next = null;
        do
        {
            var page = await ReadAsync(ranges, MostLooked, next, fits, cancellationToken);
            all.AddRange(page.Items);
            next = page.Next;
        } while (next is not null);

        return all;
    }

    /// <summary>
    /// Reads several ranges one after another as one list. The cursor holds the range and the place of the last line read. After a certain
    /// number of lines that the caller may not read, it returns what it has, even if that is nothing, with a cursor to continue from. Each
    /// line is checked against the caller's rights.
    /// </summary>
    private static async Task<ListPage<T>> ReadAsync<T>(
        IReadOnlyList<Range> ranges,
        int limit,
        string? after,
        Func<T, Readable, bool> fits,
        CancellationToken cancellationToken
    )
    {
        (var start, var last) = Cursor.Read(after, ranges.Count);
        List<T> items = [];
        string? next = null;
        var looked = 0;
        for (var i = start; i < ranges.Count; i++)
        {
            var filter = ranges[i].After(i == start ? last : null);
            await foreach (
                var row in ranges[i]
                    .Table.QueryAsync<TableEntity>(
                        filter,
                        maxPerPage: Math.Clamp(limit + 1, FewestAPage, 1000),
                        cancellationToken: cancellationToken
                    )
            )
            {
                var item = row.Json<T>();
                if (ListLine.ReadableOf(row) is { } readable && fits(item, readable))
                {
                    if (items.Count == limit)
                    {
                        return new ListPage<T>(items, next);
                    }

                    items.Add(item);
                }

                next = Cursor.Write(i, ranges[i].PlaceOf(row));
                if (++looked == MostLooked)
                {
                    return new ListPage<T>(items, next);
                }
            }
        }

        return new ListPage<T>(items, null);
    }

    /// <summary>
    /// Lines whose keys begin with the prefix: <c>~</c> sorts after every character in our keys. With a partition given, the prefix applies
    /// to the row key, otherwise to the partition key.
    /// </summary>
    private sealed record Range(TableClient Table, string? Partition, string Prefix)
    {
        public string After(string? place)
        {
            var from = Prefix + place;
            var to = Prefix + "~";
            return (Partition, place) switch
            {
                (null, null) => TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to}"),
                (null, _) => TableClient.CreateQueryFilter($"PartitionKey gt {from} and PartitionKey lt {to}"),
                (_, null) => TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {from} and RowKey lt {to}"),
                _ => TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey gt {from} and RowKey lt {to}"),
            };
        }

        /// <summary>A line's key without the prefix.</summary>
        public string PlaceOf(TableEntity row) => (Partition is null ? row.PartitionKey : row.RowKey)[Prefix.Length..];
    }
}
