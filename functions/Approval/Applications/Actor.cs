using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>Who did something, as the audit names them.</summary>
public sealed record Actor(string Id, string Name, ActorKind Kind)
{
    /// <summary>The provider that they act for at this moment; null for none. It is no part of what is kept.</summary>
    [JsonIgnore]
    public ProviderNumber? ActsFor { get; init; }

    /// <summary>No person: validation, a deadline, publication.</summary>
    public static Actor System { get; } = new("system", "System", ActorKind.System);
}
