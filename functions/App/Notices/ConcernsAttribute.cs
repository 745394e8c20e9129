using MicroCred.App.Identity;

namespace MicroCred.App.Notices;

/// <summary>Whom a kind of notice is for, and what it tells, in a few words.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ConcernsAttribute(string what, params Role[] roles) : Attribute
{
    /// <summary>What it tells.</summary>
    public string What { get; } = what;

    /// <summary>The roles of those who may get it.</summary>
    public IReadOnlyList<Role> Roles { get; } = roles;
}
