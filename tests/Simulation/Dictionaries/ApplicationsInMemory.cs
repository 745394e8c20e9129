using System.Globalization;
using Azure;
using MicroCred.App.Notices;
using MicroCred.App.Storage;

namespace MicroCred.Simulation.Dictionaries;

/// <summary>Applications in a dictionary, sealed by the same audit chain as in tables.</summary>
internal sealed class ApplicationsInMemory : IApplications
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ApplicationId, Partition> _all = [];
    private int _writes;

    public Task<StoredApplication?> FindAsync(ApplicationId id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_all.GetValueOrDefault(id)?.Stored);
        }
    }

    public Task<StoredApplication> SaveAsync(
        StoredApplication? before,
        Change change,
        IReadOnlyList<Notice> notices,
        KeptAnswer? answer,
        string? trace,
        CancellationToken cancellationToken,
        KeptLetter? letter = null
    )
    {
        var application = change.Application;
        lock (_lock)
        {
            if (!_all.TryGetValue(application.Id, out var partition))
            {
                _all[application.Id] = partition = new();
            }

            if (
                partition.Stored?.ETag != before?.ETag
                || (before is null && answer is not null && partition.Answers.ContainsKey(answer.KeyHash))
            )
            {
                throw new ConcurrentChangeException($"Application {application.Id}");
            }

            var hash = AuditChain.HashOf(ChunkedJson.TextOf(application));
            var last = before?.LastHash ?? AuditChain.Origin;
            var events = AuditChain.Seal(change.Events, last, before?.State, hash);
            partition.Events.AddRange(events);
            if (notices.Count > 0)
            {
                partition.Notices[application.Revision] = notices;
            }

            if (letter is not null)
            {
                partition.Letters[application.Revision] = (letter.Kind, letter.At, letter.Sha256);
            }

            if (application.Versions.Count > (before?.Application.Versions.Count ?? 0))
            {
                partition.Versions[application.Versions[^1].Number] = VersionContent.Of(application);
            }

            if (answer is not null)
            {
                partition.Answers[answer.KeyHash] = answer;
            }

            return Task.FromResult(
                partition.Stored = new StoredApplication(
                    application,
                    new ETag((++_writes).ToString(CultureInfo.InvariantCulture)),
                    events is [.., var latest] ? latest.Hash : last,
                    hash,
                    Rows: 1,
                    before?.Trace ?? (application.Stage is Stage.Drafting ? null : trace)
                )
            );
        }
    }

    public Task RemoveAsync(StoredApplication draft, KeptAnswer? answer, CancellationToken cancellationToken)
    {
        var id = draft.Application.Id;
        lock (_lock)
        {
            if (_all.GetValueOrDefault(id) is not { Stored: { } stored } partition || stored.ETag != draft.ETag)
            {
                throw new ConcurrentChangeException($"Application {id}");
            }

            Partition left = new();
            foreach (var key in partition.Answers.Keys.Where(key => ApplicationRows.IsBegunUnder(key, id)))
            {
                left.Answers[key] = KeptAnswer.OfDeleted(key);
            }

            if (answer is not null)
            {
                left.Answers[answer.KeyHash] = answer;
            }

            _all[id] = left;
            return Task.CompletedTask;
        }
    }

    public Task<IReadOnlyList<Notice>> NoticesSinceAsync(ApplicationId id, int revision, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<Notice>>([
                .. (Of(id)?.Notices ?? []).Where(about => about.Key > revision).SelectMany(about => about.Value),
            ]);
        }
    }

    public Task<KeptAnswer?> FindAnswerAsync(ApplicationId id, string keyHash, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(Of(id)?.Answers.GetValueOrDefault(keyHash));
        }
    }

    /// <summary>An application and its events; null where there is none.</summary>
    public WholeApplication? Whole(ApplicationId id) =>
        Of(id) is { Stored: { } stored } partition
            ? new(
                stored.Application,
                ChunkedJson.TextOf(stored.Application),
                stored.LastHash,
                [.. partition.Events.Select(e => new WholeApplication.KeptEvent(ChunkedJson.TextOf(e), e))]
            )
            : null;

    /// <summary>The letters kept for an application's provider, first to last.</summary>
    public IReadOnlyList<(LetterKind Kind, DateTimeOffset At, string Sha256)> Letters(ApplicationId id) =>
        Of(id) is { } partition ? [.. partition.Letters.Values] : [];

    /// <summary>What an application held in one of its versions.</summary>
    public VersionContent Version(ApplicationId id, int number) => Of(id)!.Versions[number];

    private Partition? Of(ApplicationId id) => _all.GetValueOrDefault(id);

    /// <summary>What is kept of one application; of a deleted one, answers alone.</summary>
    private sealed class Partition
    {
        public StoredApplication? Stored { get; set; }

        public List<AuditEvent> Events { get; } = [];

        public SortedDictionary<int, IReadOnlyList<Notice>> Notices { get; } = [];

        public SortedDictionary<int, (LetterKind Kind, DateTimeOffset At, string Sha256)> Letters { get; } = [];

        public Dictionary<int, VersionContent> Versions { get; } = [];

        public Dictionary<string, KeptAnswer> Answers { get; } = [];
    }
}
