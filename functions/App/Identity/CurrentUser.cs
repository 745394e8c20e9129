using MicroCred.Approval;

namespace MicroCred.App.Identity;

/// <summary>Who makes this request. Scoped; set by <see cref="IdentityMiddleware"/> before the function runs.</summary>
internal sealed class CurrentUser
{
    private Actor? _actor;

    /// <summary>Whether anyone is signed in.</summary>
    public bool IsKnown => _actor is not null;

    public IReadOnlySet<Role> Roles { get; private set; } = new HashSet<Role>();

    /// <summary>The provider that a person with the role Provider acts for; null for everyone else.</summary>
    public Provider? Provider { get; private set; }

    /// <summary>The person as the audit names them.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public Actor Actor => _actor ?? throw new InvalidOperationException("Nobody is signed in.");

    public bool Is(Role role) => Roles.Contains(role);

    public void SignIn(Actor actor, IReadOnlySet<Role> roles, Provider? provider)
    {
        _actor = actor;
        Roles = roles;
        Provider = provider;
    }

    /// <summary>Whether the application is this person's to see: their own, or, once submitted, anyone's for NZQA and TEC.</summary>
    public bool MaySee(Application application) =>
        Provider is { } mine
            ? application.Provider.Number == mine.Number
            : application.Status != ApplicationStatus.Draft && Roles.Any(role => role is not (Role.Provider or Role.Operator));
}
