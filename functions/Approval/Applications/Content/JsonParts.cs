using System.Text.Json.Nodes;

namespace MicroCred.Approval;

/// <summary>Reads the parts of a JSON value that may be of another kind, or absent.</summary>
internal static class JsonParts
{
    /// <summary>The names of an object's members; none for any other value.</summary>
    public static IEnumerable<string> Names(this JsonNode? node) => node is JsonObject group ? group.Select(member => member.Key) : [];

    /// <summary>How many items a list has; none for any other value.</summary>
    public static int Count(this JsonNode? node) => node is JsonArray list ? list.Count : 0;

    /// <summary>A list's item; null past its end and for any other value.</summary>
    public static JsonNode? Item(this JsonNode? node, int index) => node is JsonArray list && index < list.Count ? list[index] : null;
}
