using MicroCred.Approval;

namespace MicroCred.App.Identity;

/// <summary>Who asks for something: a signed-in person with their roles, or the system itself.</summary>
/// <param name="Actor">The person as the audit names them.</param>
/// <param name="Roles">The app roles that the person has.</param>
/// <param name="Provider">The provider that a person with the role Provider acts for; null for everyone else.</param>
internal sealed record Caller(Actor Actor, IReadOnlySet<Role> Roles, Provider? Provider)
{
    /// <summary>The system, which sees everything and runs every command.</summary>
    public static Caller System { get; } = new(Actor.System, new HashSet<Role>(), Provider: null);

    private bool IsSystem => ReferenceEquals(this, System);

    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>Whether the person may do what one of these roles may.</summary>
    public bool IsAny(IReadOnlyList<Role> roles) => IsSystem || roles.Any(Is);

    /// <summary>Whether this person is told others' object ids: nobody who acts for a provider is.</summary>
    public bool SeesIds => Provider is null;

    /// <summary>Whether the application is this person's to see: their own, or, once submitted, anyone's for NZQA and TEC.</summary>
    public bool MaySee(Application application) => IsSystem
        || (Provider is { } mine
            ? application.Provider.Number == mine.Number
            : application.Status != ApplicationStatus.Draft && Roles.Any(role => role is not (Role.Provider or Role.Operator)));

    /// <summary>Whether the application has the task, and it is this person's to act on: their own, or any for a registrar.</summary>
    public bool MaySee(Application application, TaskId task) =>
        MaySee(application) && application.Tasks.Any(known => known.Id == task && (Is(Role.Registrar) || known.Assignee == Actor.Id));
}
