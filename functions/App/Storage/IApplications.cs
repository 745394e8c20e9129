using MicroCred.App.Notices;
using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>
/// The applications as commands, activities and what follows them up need them: the source of truth. <see cref="ApplicationStore"/> keeps
/// them in tables.
/// </summary>
internal interface IApplications
{
    /// <summary>Reads an application; null where there is none.</summary>
    Task<StoredApplication?> FindAsync(ApplicationId id, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a change: the state, the version that it makes, what it says of the register entry, its audit events, its notices, its letter
    /// and the answer to the request that made it, all or none.
    /// </summary>
    /// <param name="before">The application that the change was made from; null for a new one.</param>
    /// <param name="change">The new state and its events.</param>
    /// <param name="notices">The notices to send about it.</param>
    /// <param name="answer">The answer to keep for a repeated request, where it carried an idempotency key.</param>
    /// <param name="trace">The current span, as a W3C <c>traceparent</c>: from submission on, the application's own trace.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <param name="letter">The letter to the provider to keep; null for none.</param>
    /// <exception cref="ConcurrentChangeException">The application has changed since it was read; nothing is written.</exception>
    Task<StoredApplication> SaveAsync(
        StoredApplication? before,
        Change change,
        IReadOnlyList<Notice> notices,
        KeptAnswer? answer,
        string? trace,
        CancellationToken cancellationToken,
        KeptLetter? letter = null
    );

    /// <summary>
    /// Removes a draft with its events, notices and kept answers. A note of the removal stays under the key that it was begun with, so that
    /// a late repeat doesn't recreate it.
    /// </summary>
    /// <param name="draft">The draft.</param>
    /// <param name="answer">The answer to keep for a repeat of the removal; null for none.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="ConcurrentChangeException">It changed since it was read; nothing is removed.</exception>
    Task RemoveAsync(StoredApplication draft, KeptAnswer? answer, CancellationToken cancellationToken);

    /// <summary>The notices about the changes after a revision.</summary>
    Task<IReadOnlyList<Notice>> NoticesSinceAsync(ApplicationId id, int revision, CancellationToken cancellationToken);

    /// <summary>The answer kept for an idempotency key; null where the key is new for this application.</summary>
    Task<KeptAnswer?> FindAnswerAsync(ApplicationId id, string keyHash, CancellationToken cancellationToken);
}
