using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace MicroCred.Approval;

/// <summary>
/// The fields of an application's body, by JSON pointers such as <c>/microCredential/outcomes</c>. A pointer names its field and everything
/// beneath.
/// </summary>
public static class ContentFields
{
    /// <summary>What an application is about doesn't change once it was submitted.</summary>
    private static readonly string[] Fixed = ["type", "registerNumber"];

    /// <summary>Whether a pointer names a field that a provider may be permitted to change.</summary>
    public static bool MayBePermitted(string field) =>
        JsonPointer.Parts(field) is [var first, ..] parts
        && !Fixed.Contains(first)
        && IsIn(parts, ApprovalJson.Options.GetTypeInfo(typeof(ApplicationContent)));

    /// <summary>What changed from one content to another, each at the innermost field that differs.</summary>
    public static IReadOnlyList<FieldChange> Between(ApplicationContent before, ApplicationContent after) =>
        FieldChange.Between(NodeOf(before), NodeOf(after));

    /// <summary>A content with those of another's fields that pointers name; all other fields stay.</summary>
    /// <param name="content">The content.</param>
    /// <param name="other">The other content.</param>
    /// <param name="fields">The pointers.</param>
    public static ApplicationContent Taking(ApplicationContent content, ApplicationContent other, IReadOnlyList<string> fields) =>
        Taking(NodeOf(content), NodeOf(other), "", fields).Deserialize<ApplicationContent>(ApprovalJson.Options)!;

    internal static JsonNode? NodeOf<T>(T value) => JsonSerializer.SerializeToNode(value, ApprovalJson.Options);

    private static bool IsIn(IEnumerable<string> parts, JsonTypeInfo type) =>
        parts.FirstOrDefault() is not { } part
        || type.Kind switch
        {
            JsonTypeInfoKind.Object => type.Properties.FirstOrDefault(property => property.Name == part) is { } property
                && IsIn(parts.Skip(1), type.Options.GetTypeInfo(property.PropertyType)),
            JsonTypeInfoKind.Enumerable => JsonPointer.Index(part) < ListLimitAttribute.Items
                && IsIn(parts.Skip(1), type.Options.GetTypeInfo(type.ElementType!)),
            _ => false,
        };

    private static JsonNode? Taking(JsonNode? own, JsonNode? other, string path, IReadOnlyList<string> fields)
    {
        if (fields.Any(field => JsonPointer.Holds(field, path)))
        {
            return other?.DeepClone();
        }

        if (!fields.Any(field => JsonPointer.Holds(path, field)))
        {
            return own?.DeepClone();
        }

        return (own ?? other) switch
        {
            JsonObject => own.Names()
                .Union(other.Names())
                .Select(name => KeyValuePair.Create(name, Taking(own?[name], other?[name], $"{path}/{JsonPointer.Escaped(name)}", fields)))
                .ToList()
                is var members
            && members.Any(member => member.Value is not null)
                ? new JsonObject(members)
                : null,
            JsonArray => new JsonArray([
                .. Enumerable
                    .Range(0, Math.Max(own.Count(), other.Count()))
                    .Select(index => Taking(own.Item(index), other.Item(index), $"{path}/{index}", fields))
                    .Where(item => item is not null),
            ]),
            var value => value?.DeepClone(),
        };
    }
}
