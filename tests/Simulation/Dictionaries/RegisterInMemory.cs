using System.Globalization;
using MicroCred.App.Register;
using MicroCred.App.Storage;
using Microsoft.Extensions.Options;

namespace MicroCred.Simulation.Dictionaries;

/// <summary>The register in dictionaries: numbers in order, each once per application, and the entries.</summary>
internal sealed class RegisterInMemory(IOptions<RegisterOptions> options) : IRegister, IListings
{
    private readonly Dictionary<ApplicationId, int> _numbers = [];
    private readonly SortedDictionary<int, RegisterEntry> _entries = [];
    private readonly Dictionary<string, ApplicationId> _holders = [];
    private readonly SimilarListings _similar = new();

    /// <summary>The entries by number.</summary>
    public IReadOnlyDictionary<int, RegisterEntry> Entries => _entries;

    public Task<RegisterContext> ContextOfAsync(Application application, CancellationToken cancellationToken) =>
        Task.FromResult(
            new RegisterContext(
                ListingKey.Of(application) is { } listing && _holders.TryGetValue(listing, out var holder) && holder != application.Id
                    ? CurrentOf(holder)
                    : null,
                _similar.To(application)
            )
        );

    public Task<Registration> ReserveAsync(Application application, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (ListingKey.Of(application) is { } listing && !(_holders.TryGetValue(listing, out var holder) && CurrentOf(holder) is not null))
        {
            _holders[listing] = application.Id;
        }

        if (!_numbers.TryGetValue(application.Id, out var number))
        {
            _numbers[application.Id] = number = _numbers.Count + 1;
        }

        var code = (options.Value.FirstReportingCode + number - 1).ToString("D4", CultureInfo.InvariantCulture);
        return Task.FromResult(new Registration(number, ReportingCode.TryCreate(code, out var known) ? known : null, at));
    }

    public Task ShowAsync(Application? before, Application after, CancellationToken cancellationToken)
    {
        if (Listings.EntryOf(after) is { } entry)
        {
            var earlier = _entries.GetValueOrDefault(entry.Number);
            _entries[entry.Number] = entry;
            if (earlier is null || earlier.Status != entry.Status)
            {
                _similar.Add(entry);
            }
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<PathwayContent>> NamedAsync(IEnumerable<PathwayContent> pathways, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PathwayContent>>([
            .. pathways.Select(pathway =>
                pathway.RegisterNumber is { } number && _entries.TryGetValue(number, out var target)
                    ? pathway with
                    {
                        Name = target.Title,
                    }
                    : pathway
            ),
        ]);

    public Task<IReadOnlyList<PathwayTarget>> TargetsAsync(Application application, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PathwayTarget>>([
            .. PathwayContent
                .NumbersIn(application.Content.MicroCredential?.Pathways)
                .Select(_entries.GetValueOrDefault)
                .OfType<RegisterEntry>()
                .Where(entry => entry.Status != RegisterStatus.ListedByMistake)
                .Select(entry => new PathwayTarget(entry.Number, entry.Title, entry.Credits.Value, CountedTowards(entry.Number))),
        ]);

    private int CountedTowards(int number) =>
        _entries
            .Values.Where(entry =>
                entry.Status != RegisterStatus.ListedByMistake
                && entry.Pathways.Any(pathway => pathway.RegisterNumber == number && pathway.Kind == PathwayKind.CountsTowards)
            )
            .Sum(entry => entry.Credits.Value);

    private int? CurrentOf(ApplicationId application) =>
        _numbers.TryGetValue(application, out var number) && _entries.GetValueOrDefault(number) is { Status: RegisterStatus.Current }
            ? number
            : null;
}
