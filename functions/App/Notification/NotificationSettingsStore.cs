using Azure;
using Azure.Data.Tables;
using MicroCred.App.Storage;

namespace MicroCred.App.Notification;

/// <summary>People's settings: a row for each person who changed theirs.</summary>
internal sealed class NotificationSettingsStore(TableServiceClient tables, TimeProvider time)
{
    private const string Partition = "person";
    private const int MostTries = 20;

    /// <summary>How long a change made by another instance may go unseen by what sends.</summary>
    private static readonly TimeSpan ForSending = TimeSpan.FromMinutes(1);

    private readonly TableClient _table = tables.GetTableClient(StorageNames.NotificationsTable);
    private volatile Recent? _recent;

    /// <summary>A person's settings now. One storage request.</summary>
    public async Task<NotificationSettings> FindAsync(string person, CancellationToken cancellationToken) =>
        (await ReadAsync(person, cancellationToken)).Settings;

    /// <summary>
    /// A person's settings as they were a minute ago, or are now. A storage request for each thousand people who changed theirs, once a
    /// minute.
    /// </summary>
    public async ValueTask<NotificationSettings> RecentAsync(string person, CancellationToken cancellationToken)
    {
        if (_recent is not var (all, at) || time.GetUtcNow() - at >= ForSending)
        {
            at = time.GetUtcNow();
            Dictionary<string, NotificationSettings> read = [];
            await foreach (
                var row in _table.QueryAsync<TableEntity>(row => row.PartitionKey == Partition, cancellationToken: cancellationToken)
            )
            {
                read[row.RowKey] = row.Json<NotificationSettings>();
            }

            all = read;
            _recent = new Recent(all, at);
        }

        return all.GetValueOrDefault(Key(person), NotificationSettings.Usual);
    }

    /// <summary>Changes a person's settings: what two requests at once change is both kept. Two storage requests.</summary>
    public async Task<NotificationSettings> ChangeAsync(
        string person,
        Func<NotificationSettings, NotificationSettings> change,
        CancellationToken cancellationToken
    )
    {
        for (var tries = 1; ; tries++)
        {
            var (settings, tag) = await ReadAsync(person, cancellationToken);
            var changed = change(settings);
            var row = new TableEntity(Partition, Key(person)).WithJson(changed);
            try
            {
                await (
                    tag is { } read
                        ? _table.UpdateEntityAsync(row, read, TableUpdateMode.Replace, cancellationToken)
                        : _table.AddEntityAsync(row, cancellationToken)
                );
                _recent = null;
                return changed;
            }
            catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412 && tries < MostTries)
            {
                // Read again, with what the other request wrote.
            }
        }
    }

    private async Task<(NotificationSettings Settings, ETag? Tag)> ReadAsync(string person, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, Key(person), cancellationToken: cancellationToken);
        return row.HasValue ? (row.Value!.Json<NotificationSettings>(), row.Value!.ETag) : (NotificationSettings.Usual, null);
    }

    /// <summary>An id may have characters that a key can't.</summary>
    private static string Key(string person) => Uri.EscapeDataString(person);

    /// <summary>What was read, and when: one reference, so that no reader sees half of it.</summary>
    private sealed record Recent(IReadOnlyDictionary<string, NotificationSettings> All, DateTimeOffset At);
}
