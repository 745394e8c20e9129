using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>The person, or the system, behind a change, as the audit names them.</summary>
public sealed record Actor(string Id, string Name, ActorKind Kind)
{
    /// <summary>The provider that the person acts for at this moment; null for none. Not stored.</summary>
    [JsonIgnore]
    public ProviderNumber? ActsFor { get; init; }

    /// <summary>The system itself: validation, a deadline, publication.</summary>
    public static Actor System { get; } = new("system", "System", ActorKind.System);
}
