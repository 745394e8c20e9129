using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using MicroCred.Approval;

namespace MicroCred.App.OpenApi;

/// <summary>JSON Schemas of the types sent over HTTP, each once, under its name.</summary>
internal sealed class Schemas(JsonSerializerOptions json)
{
    private readonly SortedDictionary<string, JsonNode> _all = new(StringComparer.Ordinal);

    public JsonObject All => new(_all.Select(schema => KeyValuePair.Create(schema.Key, (JsonNode?)schema.Value.DeepClone())));

    /// <summary>The type's schema: a reference to it where it is one of ours, otherwise the schema itself.</summary>
    public JsonObject Of(Type type)
    {
        var schema = json.GetJsonSchemaAsNode(
            type,
            new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform }
        );
        return schema.AsObject();
    }

    private static string NameOf(Type type)
    {
        var name = type.IsNested ? type.DeclaringType!.Name + type.Name : type.Name;
        return type.IsGenericType ? name.Split('`')[0] + "Of" + string.Concat(type.GetGenericArguments().Select(NameOf)) : name;
    }

    private JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        var underlying = Nullable.GetUnderlyingType(context.TypeInfo.Type);
        var type = underlying ?? context.TypeInfo.Type;
        var nullable =
            underlying is not null
            || schema is JsonObject { } known && known["type"] is JsonArray types && types.Any(name => (string?)name == "null");
        if (type.IsEnum)
        {
            return Reference(type, new JsonObject { ["type"] = "string", ["enum"] = NamesOf(type) }, nullable);
        }

        if (ValueType(type) is { } value)
        {
            return new JsonObject { ["type"] = nullable ? new JsonArray(value, "null") : value };
        }

        if (context.PropertyInfo?.AttributeProvider is { } entered)
        {
            Limit(schema, entered);
        }

        return context.TypeInfo.Kind == JsonTypeInfoKind.Object && type.Namespace!.StartsWith(nameof(MicroCred), StringComparison.Ordinal)
            ? Reference(type, WithoutNull(schema), nullable)
            : schema;
    }

    private static void Limit(JsonNode schema, ICustomAttributeProvider entered)
    {
        if (entered.IsDefined(typeof(ListLimitAttribute), inherit: true))
        {
            schema["maxItems"] = ListLimitAttribute.Items;
        }

        if (entered.GetCustomAttributes(typeof(TextLimitAttribute), inherit: true) is [TextLimitAttribute { Limit: var limit }])
        {
            (schema["items"] ?? schema)["maxLength"] = (int)limit;
        }
    }

    private JsonObject Reference(Type type, JsonObject schema, bool nullable)
    {
        // Where a type comes a second time, the exporter gives a pointer to the first in place of the schema.
        if (!schema.ContainsKey("$ref"))
        {
            _all[NameOf(type)] = schema;
        }

        JsonObject reference = new() { ["$ref"] = $"#/components/schemas/{NameOf(type)}" };
        return nullable ? new JsonObject { ["anyOf"] = new JsonArray(reference, new JsonObject { ["type"] = "null" }) } : reference;
    }

    private static JsonObject WithoutNull(JsonNode schema)
    {
        var own = schema.DeepClone().AsObject();
        own["type"] = "object";
        own.Remove("default");
        return own;
    }

    private JsonArray NamesOf(Type type) =>
        new([.. Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.SerializeToNode(value, type, json))]);

    /// <summary>The domain's value types are serialised as text or number by converters, which the exporter can't see into.</summary>
    private static string? ValueType(Type type)
    {
        var kinds = type.GetInterfaces().Where(face => face.IsGenericType).Select(face => face.GetGenericTypeDefinition());
        return kinds.Contains(typeof(ITextValue<>)) ? "string"
            : kinds.Contains(typeof(INumberValue<>)) ? "integer"
            : null;
    }
}
