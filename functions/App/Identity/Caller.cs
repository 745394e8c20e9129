using MicroCred.Approval;

namespace MicroCred.App.Identity;

/// <summary>
/// Who asks for something: a signed-in person with their roles, or the system itself. What they may read is in <see cref="Reading"/>.
/// </summary>
/// <param name="Actor">The person as the audit names them.</param>
/// <param name="Roles">The app roles that the person has.</param>
/// <param name="Provider">The provider whose person the directory has them as; null for everyone else.</param>
internal sealed record Caller(Actor Actor, IReadOnlySet<Role> Roles, Provider? Provider)
{
    /// <summary>The system, which sees everything and runs every command.</summary>
    public static Caller System { get; } = new(Actor.System, new HashSet<Role>(), Provider: null);

    /// <summary>The providers that the person declared an interest in.</summary>
    public IReadOnlyList<ProviderNumber> Interests { get; init; } = [];

    public bool IsSystem => ReferenceEquals(this, System);

    /// <summary>Whether the person acts for a provider and, by their roles, for somebody else too. Such a person may do nothing.</summary>
    public bool IsOnTwoSides => (Provider is not null || Is(Role.Provider)) && Roles.Any(role => role != Role.Provider);

    /// <summary>Whether the person has the role of those who act for a provider, and the directory has them as nobody's.</summary>
    public bool LacksProvider => Is(Role.Provider) && Provider is null;

    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>Whether the person may do what one of these roles may.</summary>
    public bool IsAny(IReadOnlyList<Role> roles) => IsSystem || roles.Any(Is);

    /// <summary>Whether this person is told others' object ids: nobody who acts for a provider is.</summary>
    public bool SeesIds => Provider is null;
}
