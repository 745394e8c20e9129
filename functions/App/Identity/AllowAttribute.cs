namespace MicroCred.App.Identity;

/// <summary>Who may call a function. One with neither this nor <see cref="PublicAttribute"/> refuses everybody.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal class AllowAttribute(params Role[] roles) : Attribute
{
    public IReadOnlyList<Role> Roles { get; } = roles;

    /// <summary>The command that the function runs; null where it runs none.</summary>
    public virtual Type? Command => null;
}

/// <summary>The function answers anyone, signed in or not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PublicAttribute : Attribute;

/// <summary>The function answers anyone who is signed in, whatever their role, even where they may do nothing else.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AnyoneSignedInAttribute : Attribute;
