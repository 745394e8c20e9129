using System.Text.Json.Serialization;
using MicroCred.Approval;

namespace MicroCred.App.Http;

/// <summary>Who did something, by name and role; NZQA and TEC see the id, too.</summary>
internal sealed record PersonView(string Name, ActorKind Kind)
{
    /// <summary>The person's object id; not shown to providers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    public static PersonView Of(Actor actor, bool withId) => new(actor.Name, actor.Kind) { Id = withId ? actor.Id : null };
}
