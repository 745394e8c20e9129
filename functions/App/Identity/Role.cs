namespace MicroCred.App.Identity;

/// <summary>The app roles that the identity provider gives people.</summary>
internal enum Role
{
    Provider,
    Evaluator,
    Registrar,
    FundingAdviser,

    /// <summary>Keeps the service running. Sees ids and states, and nothing that a provider or an evaluator wrote.</summary>
    Operator,
}

/// <summary>Who may call a function. One that has neither this nor <see cref="PublicAttribute"/> answers nobody.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AllowAttribute(params Role[] roles) : Attribute
{
    public IReadOnlyList<Role> Roles { get; } = roles;
}

/// <summary>The function answers anyone, signed in or not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PublicAttribute : Attribute;
