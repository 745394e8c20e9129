using MicroCred.App.Notices;
using MicroCred.App.Storage;

namespace MicroCred.Simulation.RandomPeople;

/// <summary>Shows every change to those who judge it, once it is written.</summary>
internal sealed class WatchedApplications(
    IApplications applications,
    Action<Application?, Change, IReadOnlyList<Notice>, KeptLetter?> watch
) : IApplications
{
    public Task<StoredApplication?> FindAsync(ApplicationId id, CancellationToken cancellationToken) =>
        applications.FindAsync(id, cancellationToken);

    public async Task<StoredApplication> SaveAsync(
        StoredApplication? before,
        Change change,
        IReadOnlyList<Notice> notices,
        KeptAnswer? answer,
        string? trace,
        CancellationToken cancellationToken,
        KeptLetter? letter = null
    )
    {
        var saved = await applications.SaveAsync(before, change, notices, answer, trace, cancellationToken, letter);
        watch(before?.Application, change, notices, letter);
        return saved;
    }

    public Task RemoveAsync(StoredApplication draft, KeptAnswer? answer, CancellationToken cancellationToken) =>
        applications.RemoveAsync(draft, answer, cancellationToken);

    public Task<IReadOnlyList<Notice>> NoticesSinceAsync(ApplicationId id, int revision, CancellationToken cancellationToken) =>
        applications.NoticesSinceAsync(id, revision, cancellationToken);

    public Task<KeptAnswer?> FindAnswerAsync(ApplicationId id, string keyHash, CancellationToken cancellationToken) =>
        applications.FindAnswerAsync(id, keyHash, cancellationToken);
}
