using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using MicroCred.Approval;

namespace MicroCred.App.OpenApi;

/// <summary>JSON Schemas of the types that go over HTTP, each once, under its name.</summary>
internal sealed class Schemas(JsonSerializerOptions json)
{
    private readonly SortedDictionary<string, JsonNode> _all = new(StringComparer.Ordinal);

    public JsonObject All => new(_all.Select(schema => KeyValuePair.Create(schema.Key, (JsonNode?)schema.Value.DeepClone())));

    /// <summary>A reference to the type's schema.</summary>
    public JsonObject Of(Type type)
    {
        string name = NameOf(type);
        if (!_all.ContainsKey(name))
        {
            _all[name] = json.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = ValueTypes });
        }

        return new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
    }

    private static string NameOf(Type type)
    {
        string name = type.IsNested ? type.DeclaringType!.Name + type.Name : type.Name;
        return type.IsGenericType ? name.Split('`')[0] + "Of" + string.Concat(type.GetGenericArguments().Select(NameOf)) : name;
    }

    /// <summary>The domain's value types write themselves as text or as a number, which their converters can't tell the exporter.</summary>
    private static JsonNode ValueTypes(JsonSchemaExporterContext context, JsonNode schema)
    {
        Type type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        IEnumerable<Type> kinds = type.GetInterfaces().Where(face => face.IsGenericType).Select(face => face.GetGenericTypeDefinition());
        return kinds.Contains(typeof(ITextValue<>)) ? new JsonObject { ["type"] = "string" }
            : kinds.Contains(typeof(INumberValue<>)) ? new JsonObject { ["type"] = "integer" }
            : schema;
    }
}
