using System.Text.Json.Nodes;

namespace MicroCred.Approval;

/// <summary>What one field was before and is after; null where it is absent.</summary>
/// <param name="Path">The field, as a JSON pointer [RFC 6901] such as <c>/microCredential/title</c>.</param>
/// <param name="Before">Its value before.</param>
/// <param name="After">Its value after.</param>
public sealed record FieldChange(string Path, JsonNode? Before, JsonNode? After)
{
    /// <summary>
    /// The changes from one JSON value to another, each at the innermost field that differs. Lists are compared item by item; null, absent
    /// and a group without anything in it are the same.
    /// </summary>
    public static IReadOnlyList<FieldChange> Between(JsonNode? before, JsonNode? after) => [.. Between(before, after, "")];

    private static IEnumerable<FieldChange> Between(JsonNode? before, JsonNode? after, string path) =>
        JsonNode.DeepEquals(before, after)
            ? []
            : (before, after) switch
            {
                (JsonObject or null, JsonObject or null) => before
                    .Names()
                    .Union(after.Names())
                    .SelectMany(name => Between(before?[name], after?[name], $"{path}/{JsonPointer.Escaped(name)}")),
                (JsonArray or null, JsonArray or null) => Enumerable
                    .Range(0, Math.Max(before.Count(), after.Count()))
                    .SelectMany(index => Between(before.Item(index), after.Item(index), $"{path}/{index}")),
                _ => [new(path, before?.DeepClone(), after?.DeepClone())],
            };
}
