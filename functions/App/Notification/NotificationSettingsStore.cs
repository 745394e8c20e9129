using Azure.Data.Tables;
using MicroCred.App.Storage;

namespace MicroCred.App.Notification;

/// <summary>People's settings: a row for each person who changed theirs.</summary>
internal sealed class NotificationSettingsStore(TableServiceClient tables, TimeProvider time)
{
    /// <summary>How long a change made by another instance may go unseen by what sends.</summary>
    private static readonly TimeSpan ForSending = TimeSpan.FromMinutes(1);

    private readonly PersonRows<NotificationSettings> _rows = new(tables.GetTableClient(StorageNames.NotificationsTable), "person");
    private volatile Recent? _recent;

    /// <summary>A person's settings now. One storage request.</summary>
    public async Task<NotificationSettings> FindAsync(string person, CancellationToken cancellationToken) =>
        await _rows.FindAsync(person, cancellationToken) ?? NotificationSettings.Usual;

    /// <summary>
    /// A person's settings as they were a minute ago, or are now. A storage request for each thousand people who changed theirs, once a
    /// minute.
    /// </summary>
    public async ValueTask<NotificationSettings> RecentAsync(string person, CancellationToken cancellationToken)
    {
        if (_recent is not var (all, at) || time.GetUtcNow() - at >= ForSending)
        {
            at = time.GetUtcNow();
            all = await _rows.AllAsync(cancellationToken);
            _recent = new Recent(all, at);
        }

        return all.GetValueOrDefault(person, NotificationSettings.Usual);
    }

    /// <summary>Changes a person's settings: what two requests at once change is both kept. Two storage requests.</summary>
    public async Task<NotificationSettings> ChangeAsync(
        string person,
        Func<NotificationSettings, NotificationSettings> change,
        CancellationToken cancellationToken
    )
    {
        var changed = NotificationSettings.Usual;
        await _rows.ChangeAsync(person, settings => changed = change(settings ?? NotificationSettings.Usual), cancellationToken);
        _recent = null;
        return changed;
    }

    /// <summary>What was read, and when: one reference, so that no reader sees half of it.</summary>
    private sealed record Recent(IReadOnlyDictionary<string, NotificationSettings> All, DateTimeOffset At);
}
