using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Archiving;

/// <summary>What all signed nights have together.</summary>
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

    /// <summary>The latest night; null where there was none yet.</summary>
    public SignedNight? Last { get; }

    /// <summary>The names of the nights' files.</summary>
    public IReadOnlySet<string> Nights { get; }

    /// <summary>Nights that others refer to and that aren't there.</summary>
    public List<ArchiveDifference> Gone { get; } = [];

    /// <summary>The applications that were put away.</summary>
    public IEnumerable<ApplicationId> Applications => _heads.Keys;

    public IReadOnlyDictionary<string, SignedFile> Files => _files;

    /// <summary>
    /// The tag with which a document's bytes were last found to be what was handed in, by its blob's name; null where they never were.
    /// </summary>
    public string? TagOf(StoredDocument document) => _documents.GetValueOrDefault(document.Name);

    /// <summary>How an application last stood that was as it should be; null where it never was put away so.</summary>
    public ArchivedHead? LatestOf(ApplicationId id) => _latest.GetValueOrDefault(id);

    /// <summary>What was put away of an application just as it stands; null where nothing was.</summary>
    public ArchivedHead? HeadOf(WholeApplication today) =>
        _heads.GetValueOrDefault(today.Application.Id)?.LastOrDefault(head => head.IsOf(today));

    /// <summary>Whether an earlier night refused a file, as it is.</summary>
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

/// <summary>A night whose signature holds, with its file's name and SHA-256.</summary>
internal sealed record SignedNight(string Name, string Sha256, ArchiveNight Night);
