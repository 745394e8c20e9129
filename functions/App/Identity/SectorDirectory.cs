using System.Text.Json;
using MicroCred.App.Serialization;
using MicroCred.Approval;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Identity;

/// <summary>
/// The organisations and people that the pipeline knows: providers with their type, their TEC funds and the people who act for them;
/// evaluators with their declared interests; registrars; funding advisers. Read once at start from the file named by
/// <c>Directory__Path</c>.
/// </summary>
internal sealed class SectorDirectory
{
    private readonly Dictionary<ProviderNumber, ProviderRecord> _providers;
    private readonly Dictionary<string, Person> _people;
    private readonly Dictionary<string, Provider> _actFor;

    public SectorDirectory(IOptions<DirectoryOptions> options)
    {
        var path = options.Value.File;
        var file = JsonSerializer.Deserialize<DirectoryFile>(File.ReadAllText(path), AppJson.Stored)
            ?? throw new InvalidDataException($"{path} is empty.");
        _providers = file.Providers.ToDictionary(provider => provider.Number);
        Evaluators = [.. Known(file.Evaluators).Select(person => person with { Profile = EvaluatorProfile.Of(person.Interests) })];
        Registrars = Known(file.Registrars);
        FundingAdvisers = Known(file.FundingAdvisers);
        _people = People();
        _actFor = ActFor(file.Providers, path);
    }

    private SectorDirectory(SectorDirectory other, IReadOnlyDictionary<string, EvaluatorProfile> profiles)
    {
        _providers = other._providers;
        Evaluators =
        [
            .. other.Evaluators.Select(person =>
                profiles.TryGetValue(person.Id, out var profile) ? person with { Profile = profile, Interests = profile.Interests } : person
            ),
        ];
        Registrars = other.Registrars;
        FundingAdvisers = other.FundingAdvisers;
        _people = People();
        _actFor = other._actFor;
    }

    public IReadOnlyList<Person> Evaluators { get; }

    public IReadOnlyList<Person> Registrars { get; }

    public IReadOnlyList<Person> FundingAdvisers { get; }

    /// <summary>The numbers of all providers.</summary>
    public IReadOnlyCollection<ProviderNumber> Providers => _providers.Keys;

    /// <summary>The ids of those who act for a provider.</summary>
    public IReadOnlyList<string> PeopleOf(ProviderNumber provider) =>
        [.. _actFor.Where(acts => acts.Value.Number == provider).Select(acts => acts.Key)];

    /// <summary>The funds that TEC pays a provider from, in whatever years; none where the provider isn't known.</summary>
    public IReadOnlyList<HeldFund> FundsOf(ProviderNumber provider) => _providers.TryGetValue(provider, out var known) ? known.Funds : [];

    /// <summary>The directory with these profiles of evaluators, by id, in place of its own.</summary>
    public SectorDirectory With(IReadOnlyDictionary<string, EvaluatorProfile> profiles) => new(this, profiles);

    /// <summary>A provider by its number; null where the directory doesn't have it.</summary>
    public Provider? ProviderOf(ProviderNumber number) =>
        _providers.TryGetValue(number, out var known) ? new Provider(known.Number, known.Name, known.Type) : null;

    /// <summary>The provider that a person acts for, by their sign-in id; null where they act for none.</summary>
    public Provider? ProviderOf(string person) => _actFor.GetValueOrDefault(person);

    /// <summary>The providers that a person declared an interest in.</summary>
    public IReadOnlyList<ProviderNumber> InterestsOf(string person) => _people.TryGetValue(person, out var known) ? known.Interests : [];

    /// <summary>
    /// Whether a person may work on an application: no interest in its provider, declared earlier or for this application, and never acted
    /// for it.
    /// </summary>
    public bool MayWorkOn(string person, Application application) =>
        !application.Bars(person) && !InterestsOf(person).Contains(application.Provider.Number);

    /// <summary>
    /// The registrars who declared no interest in an application's provider; all of them if each did, since somebody has to know.
    /// </summary>
    public IReadOnlyList<Person> FreeRegistrars(Application application) =>
        Registrars.Where(registrar => MayWorkOn(registrar.Id, application)).ToList() is { Count: > 0 } free ? free : Registrars;

    /// <summary>
    /// The name and e-mail address of a recipient: a provider by its number, a person by their id; null where neither is known.
    /// </summary>
    public (string Name, string Email)? Address(string recipient) =>
        _people.TryGetValue(recipient, out var person) ? (person.Name, person.Email)
        : ProviderNumber.TryCreate(recipient, out var number) && _providers.TryGetValue(number, out var provider)
            ? (provider.Name, provider.Email)
        : null;

    private Dictionary<string, Person> People() =>
        Evaluators
            .Concat(Registrars)
            .Concat(FundingAdvisers)
            .GroupBy(person => person.Id)
            .ToDictionary(
                same => same.Key,
                same => same.First() with { Interests = [.. same.SelectMany(person => person.Interests).Distinct()] }
            );

    private static IReadOnlyList<Person> Known(IReadOnlyList<Person> people) =>
        [.. people.Select(person => person with { Id = PersonId.Of(person.Id) })];

    /// <exception cref="InvalidDataException">A person acts for two providers, or for one and for NZQA or TEC.</exception>
    private Dictionary<string, Provider> ActFor(IReadOnlyList<ProviderRecord> providers, string path)
    {
        Dictionary<string, Provider> actFor = [];
        foreach (
            (var provider, var person) in providers.SelectMany(provider =>
                provider.People.Select(person => (provider, PersonId.Of(person)))
            )
        )
        {
            if (_people.ContainsKey(person) || !actFor.TryAdd(person, new Provider(provider.Number, provider.Name, provider.Type)))
            {
                throw new InvalidDataException(
                    $"{path}: {person} is among the people of provider {provider.Number} and stands there once more. "
                        + "Whoever acts for a provider acts for nobody else."
                );
            }
        }

        return actFor;
    }

    private sealed record DirectoryFile(
        IReadOnlyList<ProviderRecord> Providers,
        IReadOnlyList<Person> Evaluators,
        IReadOnlyList<Person> Registrars,
        IReadOnlyList<Person> FundingAdvisers
    );

    private sealed record ProviderRecord(
        ProviderNumber Number,
        string Name,
        ProviderType Type,
        IReadOnlyList<HeldFund> Funds,
        string Email,
        IReadOnlyList<string> People
    );
}

/// <summary>A person who works for NZQA or TEC.</summary>
/// <param name="Id">The id that they sign in with.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their e-mail address.</param>
/// <param name="Interests">The providers that they declared an interest in, and whose applications they are kept from.</param>
internal sealed record Person(string Id, string Name, string Email, IReadOnlyList<ProviderNumber>? Interests = null)
{
    public IReadOnlyList<ProviderNumber> Interests { get; init; } = Interests ?? [];

    /// <summary>What an evaluator is fit and free for; null for everybody else.</summary>
    public EvaluatorProfile? Profile { get; init; }
}
