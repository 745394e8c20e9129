using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>
/// A way from or to other learning, as entered: its kind, and the learning by its number on the register, by name, or by both.
/// </summary>
public sealed record PathwayContent(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PathwayKind? Kind = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? RegisterNumber = null,
    [property: TextLimit(TextLimit.Title), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name = null
)
{
    /// <summary>The register numbers that some pathways name, each once.</summary>
    public static IReadOnlyList<int> NumbersIn(IEnumerable<PathwayContent?>? pathways) =>
        [.. (pathways ?? []).Select(pathway => pathway?.RegisterNumber).OfType<int>().Distinct()];
}
