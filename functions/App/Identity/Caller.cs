using MicroCred.Approval;

namespace MicroCred.App.Identity;

/// <summary>
/// Who makes a request: a signed-in person with their roles, or the system itself. What they may read is in <see cref="Reading"/>.
/// </summary>
/// <param name="Actor">The person as the audit names them.</param>
/// <param name="Roles">The app roles that the person has.</param>
/// <param name="Provider">The provider that the directory lists the person under; null for everyone else.</param>
internal sealed record Caller(Actor Actor, IReadOnlySet<Role> Roles, Provider? Provider)
{
    /// <summary>The system, which sees everything and may run every command.</summary>
    public static Caller System { get; } = new(Actor.System, new HashSet<Role>(), Provider: null);

    /// <summary>The providers that the person declared an interest in.</summary>
    public IReadOnlyList<ProviderNumber> Interests { get; init; } = [];

    public bool IsSystem => ReferenceEquals(this, System);

    /// <summary>Whether the person acts for a provider and also has another role. Such a person may do nothing.</summary>
    public bool IsOnTwoSides => (Provider is not null || Is(Role.Provider)) && Roles.Any(role => role != Role.Provider);

    /// <summary>Whether the person has the provider role but the directory lists them under no provider.</summary>
    public bool LacksProvider => Is(Role.Provider) && Provider is null;

    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>Whether this is a person with one of these roles, or the system.</summary>
    public bool IsAny(IReadOnlyList<Role> roles) => IsSystem || roles.Any(Is);

    /// <summary>Whether this person sees others' object ids: providers' people don't.</summary>
    public bool SeesIds => Provider is null;
}
