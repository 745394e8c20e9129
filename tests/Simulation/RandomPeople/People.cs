using MicroCred.App.Identity;

namespace MicroCred.Simulation.RandomPeople;

/// <summary>The people of a random world: who they are, and how fast they are. The seed determines it.</summary>
internal sealed class People
{
    /// <summary>Days until somebody does the next thing, on average.</summary>
    private static readonly double[] Paces = [0.2, 1, 1, 2, 2, 5, 14];

    private readonly Random _random;
    private readonly SectorDirectory _directory;
    private readonly Dictionary<string, double> _pace = [];

    public People(SectorDirectory directory, Random random)
    {
        (_directory, _random) = (directory, random);
        Providers =
        [
            .. directory
                .Providers.OrderBy(number => number.ToString(), StringComparer.Ordinal)
                .Select(number => directory.ProviderOf(directory.PeopleOf(number)[0])!),
        ];
        foreach (var person in All)
        {
            _pace[person] = Paces[random.Next(Paces.Length)];
        }
    }

    public IReadOnlyList<Provider> Providers { get; }

    public IReadOnlyList<Person> Evaluators => _directory.Evaluators;

    public IReadOnlyList<Person> Registrars => _directory.Registrars;

    /// <summary>Who acts for a provider.</summary>
    public string Of(Provider provider) => _directory.PeopleOf(provider.Number)[0];

    /// <summary>How long it takes somebody to do the next thing: most often about as long as is their way, now and then far longer.</summary>
    /// <param name="person">Who.</param>
    /// <param name="hurries">Whether they, like everybody, finish what is left.</param>
    public TimeSpan Delay(string person, bool hurries) =>
        TimeSpan.FromDays(-Math.Log(1 - _random.NextDouble()) * (hurries ? Paces[0] : _pace.GetValueOrDefault(person, 1)));

    /// <summary>Somebody as the caller of commands, as they would be signed in now.</summary>
    public Caller Caller(string id, SectorDirectory now)
    {
        var provider = _directory.ProviderOf(id);
        var (kind, role) =
            provider is not null ? (ActorKind.Provider, Role.Provider)
            : _directory.Evaluators.Any(person => person.Id == id) ? (ActorKind.Evaluator, Role.Evaluator)
            : _directory.Registrars.Any(person => person.Id == id) ? (ActorKind.Registrar, Role.Registrar)
            : (ActorKind.FundingAdviser, Role.FundingAdviser);
        return new(new Actor(id, id, kind) { ActsFor = provider?.Number }, new HashSet<Role> { role }, provider)
        {
            Interests = now.InterestsOf(id),
        };
    }

    private IEnumerable<string> All =>
        Providers
            .Select(Of)
            .Concat(Evaluators.Concat(Registrars).Concat(_directory.FundingAdvisers).Select(person => person.Id))
            .Order(StringComparer.Ordinal);
}
