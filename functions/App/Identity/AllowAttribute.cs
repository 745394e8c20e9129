namespace MicroCred.App.Identity;

/// <summary>Who may call a function. One that has neither this nor <see cref="PublicAttribute"/> answers nobody.</summary>
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
