using System.Globalization;
using MicroCred.App.Register;
using MicroCred.App.Storage;
using Microsoft.Extensions.Options;

namespace MicroCred.Simulation.Dictionaries;

/// <summary>The register in dictionaries: numbers in order, each once for a listing, and the entries.</summary>
internal sealed class RegisterInMemory(IApplications applications, IOptions<RegisterOptions> options) : IRegister, IListings
{
    private readonly Dictionary<ApplicationId, int> _numbers = [];
    private readonly SortedDictionary<int, ListedEntry> _entries = [];
    private readonly Dictionary<string, ApplicationId> _holders = [];
    private readonly RegisterSearch _search = new();
    private int _last;

    /// <summary>The entries, by number.</summary>
    public IEnumerable<RegisterEntry> Entries => _entries.Values.Select(listed => listed.Entry);

    public Task<Registration> ReserveAsync(Application application, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (application.Concerned is { } concerned)
        {
            if (application.Content.Type is ApplicationType.Change)
            {
                _numbers[application.Id] = concerned;
                Claim(application);
            }

            return Task.FromResult(new Registration(concerned, _entries[concerned].Entry.Code, at));
        }

        Claim(application);
        if (!_numbers.TryGetValue(application.Id, out var number))
        {
            _numbers[application.Id] = number = ++_last;
        }

        var code = (options.Value.FirstReportingCode + number - 1).ToString("D4", CultureInfo.InvariantCulture);
        return Task.FromResult(new Registration(number, ReportingCode.TryCreate(code, out var known) ? known : null, at));
    }

    /// <summary>There are more codes than a simulation uses.</summary>
    public int? CodesUsed(Registration registration) => null;

    public Task ShowAsync(Application? before, Application after, CancellationToken cancellationToken)
    {
        if (EntryPart.Of(after) is { } part)
        {
            var earlier = _entries.GetValueOrDefault(part.Says.Number);
            if (earlier?.PartOf(part.Application) is not { } known || known.Changes < part.Changes)
            {
                var listed = _entries[part.Says.Number] = earlier?.With(part) ?? new ListedEntry([part]);
                _search.Add(listed.Entry);
            }
        }

        return Task.CompletedTask;
    }

    public async Task<RegisterContext> ContextOfAsync(Application application, CancellationToken cancellationToken)
    {
        var listed = application.Concerned is { } number ? _entries.GetValueOrDefault(number) : null;
        return new RegisterContext(
            ListingKey.Of(application) is { } listing && _holders.TryGetValue(listing, out var holder) && holder != application.Id
                ? CurrentOf(holder, listing)
                : null,
            _search.CloseTo(application)
        )
        {
            Targets =
            [
                .. PathwayContent
                    .NumbersIn(application.Content.MicroCredential?.Pathways)
                    .Select(target => _entries.GetValueOrDefault(target)?.Entry)
                    .OfType<RegisterEntry>()
                    .Where(entry => entry.Status != RegisterStatus.ListedByMistake)
                    .Select(entry => new PathwayTarget(
                        entry.Number,
                        entry.Title,
                        entry.Credits.Value,
                        Counted(entry, application.Concerned)
                    )),
            ],
            Entry = listed?.Entry,
            Present =
                application.Content.Type is ApplicationType.Change && await PresentAsync(listed, cancellationToken) is { } present
                    ? VersionContent.Of(present)
                    : null,
        };
    }

    public Task<IReadOnlyList<PathwayContent>> NamedAsync(IEnumerable<PathwayContent> pathways, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PathwayContent>>([
            .. pathways.Select(pathway =>
                pathway.RegisterNumber is { } number && _entries.TryGetValue(number, out var target)
                    ? pathway with
                    {
                        Name = target.Entry.Title,
                    }
                    : pathway
            ),
        ]);

    public Task<ListedEntry?> FindListedAsync(int number, CancellationToken cancellationToken) =>
        Task.FromResult(_entries.GetValueOrDefault(number));

    public async Task<Application?> PresentAsync(ListedEntry? listed, CancellationToken cancellationToken) =>
        listed?.Version is { } id ? (await applications.FindAsync(id, cancellationToken))?.Application : null;

    /// <summary>Gives an application its listing, unless another's is current on the register.</summary>
    private void Claim(Application application)
    {
        if (
            ListingKey.Of(application) is { } listing
            && !(_holders.TryGetValue(listing, out var holder) && CurrentOf(holder, listing) is not null)
        )
        {
            _holders[listing] = application.Id;
        }
    }

    private int Counted(RegisterEntry target, int? except) =>
        Entries
            .Where(entry =>
                entry.Status != RegisterStatus.ListedByMistake
                && entry.Number != except
                && entry.Pathways.Any(pathway => pathway.RegisterNumber == target.Number && pathway.Kind == PathwayKind.CountsTowards)
            )
            .Sum(entry => entry.Credits.Value);

    private int? CurrentOf(ApplicationId application, string listing) =>
        _numbers.TryGetValue(application, out var number)
        && _entries.GetValueOrDefault(number)?.Entry is { Status: RegisterStatus.Current } entry
        && ListingKey.Of(entry) == listing
            ? number
            : null;
}
