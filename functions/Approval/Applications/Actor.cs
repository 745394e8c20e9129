namespace MicroCred.Approval;

/// <summary>Who did something, as the audit names them.</summary>
public sealed record Actor(string Id, string Name, ActorKind Kind)
{
    /// <summary>No person: validation, a deadline, publication.</summary>
    public static Actor System { get; } = new("system", "System", ActorKind.System);
}
