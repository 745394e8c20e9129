using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>
/// The lists that people work from, and the outbox, as commands, activities and what follows them up need them. <see cref="Worklists"/>
/// keeps them in tables.
/// </summary>
internal interface IWorklists
{
    /// <summary>
    /// Moves an application between lists, and rewrites its lines where they changed. When it moves to the finished lists, or back, it is
    /// briefly in both, never in neither.
    /// </summary>
    Task ShowAsync(Application? before, Application after, CancellationToken cancellationToken);

    /// <summary>Writes an application's lines whatever their current state: for when an earlier write was interrupted.</summary>
    Task CorrectAsync(Application application, CancellationToken cancellationToken);

    /// <summary>Removes a deleted draft from the lists.</summary>
    Task ForgetAsync(Application draft, CancellationToken cancellationToken);

    /// <summary>All open tasks, by assignee.</summary>
    Task<IReadOnlyList<Backlog.TaskLine>> OpenTasksAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The provider's other applications under way, drafts included, for the same as this one: the same new listing, or the same act on an
    /// entry; none where the application has no title, or names no entry.
    /// </summary>
    Task<IReadOnlyList<ApplicationSummary>> UnderwayAsAsync(Application application, CancellationToken cancellationToken);

    /// <summary>Records a command that is about to be written.</summary>
    Task AddToOutboxAsync(OutboxEntry entry, CancellationToken cancellationToken);

    /// <summary>Removes the entry of a command that is followed up completely, or wasn't written.</summary>
    Task RemoveFromOutboxAsync(OutboxEntry entry, CancellationToken cancellationToken);

    /// <summary>The commands that aren't followed up completely yet, or are just being written.</summary>
    IAsyncEnumerable<OutboxEntry> OutboxAsync(CancellationToken cancellationToken);
}
