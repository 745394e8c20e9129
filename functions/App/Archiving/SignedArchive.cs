using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Archiving;

/// <summary>The combined content of all signed nights.</summary>
internal sealed class SignedArchive
{
    private readonly Dictionary<ApplicationId, ArchivedHead> _latest = [];
    private readonly Dictionary<ApplicationId, List<ArchivedHead>> _heads = [];
    private readonly Dictionary<string, SignedFile> _files = [];
    private readonly Dictionary<string, string> _documents = [];
    private readonly HashSet<SeenBlob> _refused;

    /// <param name="nights">The nights that the app's key signed, with their files' names and SHA-256.</param>
    public SignedArchive(IEnumerable<SignedNight> nights)
    {
        IReadOnlyList<SignedNight> inOrder = [.. nights.OrderBy(signed => signed.Night.Number).ThenBy(signed => signed.Night.At)];
        var hashes = inOrder.ToLookup(signed => signed.Night.Number, signed => signed.Sha256);
        foreach (var night in inOrder.Select(signed => signed.Night))
        {
            if (night.Number == 1 ? night.Previous != AuditChain.Origin : !hashes[night.Number - 1].Contains(night.Previous))
            {
                Gone.Add(
                    new(
                        null,
                        Archive.NameOfNight(night.At),
                        DifferenceKind.NightGone,
                        $"Night {night.Number} refers to a night {night.Number - 1} that is gone."
                    )
                );
            }

            Take(night);
        }

        Nights = inOrder.Select(signed => signed.Name).ToHashSet();
        Last = inOrder is [.., var last] ? last : null;
        _refused = [.. Last?.Night.Refused ?? []];
    }

    /// <summary>The latest night; null where there is none yet.</summary>
    public SignedNight? Last { get; }

    public IReadOnlySet<string> Nights { get; }

    /// <summary>Nights that others refer to and that are missing.</summary>
    public List<ArchiveDifference> Gone { get; } = [];

    /// <summary>The archived applications.</summary>
    public IEnumerable<ApplicationId> Applications => _heads.Keys;

    public IReadOnlyDictionary<string, SignedFile> Files => _files;

    /// <summary>The ETag with which a document's bytes were last found unchanged, by its blob's name; null where they never were.</summary>
    public string? TagOf(StoredDocument document) => _documents.GetValueOrDefault(document.Name);

    /// <summary>The latest archived state of an application that had no differences; null where there is none.</summary>
    public ArchivedHead? LatestOf(ApplicationId id) => _latest.GetValueOrDefault(id);

    /// <summary>The archived copy of exactly this state of an application; null where there is none.</summary>
    public ArchivedHead? HeadOf(WholeApplication today) =>
        _heads.GetValueOrDefault(today.Application.Id)?.LastOrDefault(head => head.IsOf(today));

    /// <summary>Whether an earlier night refused this file with this ETag.</summary>
    public bool HasRefused(SeenBlob file) => _refused.Contains(file);

    private void Take(ArchiveNight night)
    {
        foreach (var head in night.Applications)
        {
            if (!_heads.TryGetValue(head.Id, out var heads))
            {
                _heads[head.Id] = heads = [];
            }

            heads.Add(head);
            _files[head.File.Name] = head.File;
            if (head.Entry is { } entry)
            {
                _files[entry.Name] = entry;
            }

            if (!head.Differs)
            {
                _latest[head.Id] = head;
            }
        }

        foreach (var document in night.Documents)
        {
            _documents[document.Name] = document.Tag;
        }
    }
}

/// <summary>A night with a valid signature, and its file's name and SHA-256.</summary>
internal sealed record SignedNight(string Name, string Sha256, ArchiveNight Night);
