using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MicroCred.Approval;

namespace MicroCred.App.Http;

/// <summary>Finds where a JSON text doesn't match the shape of a .NET type, and describes it without naming .NET types.</summary>
/// <param name="options">The options that the type is deserialised with.</param>
internal sealed class BodyShape(JsonSerializerOptions options)
{
    private const string NotTaken = "null is not taken here.";
    private const string OtherType = "the value is not of the type, or not one of the values, that this property takes.";
    private const string HalfCharacter = "the text isn't UTF-8, or holds half a character, such as \\ud800 alone.";

    /// <summary>
    /// The first fault: the field, such as <c>microCredential.outcomes[0]</c> or empty for the whole body, and what is wrong with it. Null
    /// for none.
    /// </summary>
    public (string Field, string Reason)? FaultIn(ReadOnlyMemory<byte> json, Type type)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Fault(document.RootElement, options.GetTypeInfo(type), "");
        }
        catch (JsonException)
        {
            return ("", "this isn't well-formed JSON, or not of the shape that is asked for.");
        }
        catch (InvalidOperationException)
        {
            // The reader throws this for a name that it can't decode.
            return ("", HalfCharacter);
        }
    }

    private (string Field, string Reason)? Fault(JsonElement value, JsonTypeInfo type, string place) =>
        type.Kind switch
        {
            JsonTypeInfoKind.Object => value.ValueKind == JsonValueKind.Object ? InObject(value, type, place) : (place, OtherType),
            JsonTypeInfoKind.Enumerable => value.ValueKind == JsonValueKind.Array ? InList(value, type, place) : (place, OtherType),
            _ => InValue(value, type, place),
        };

    private (string Field, string Reason)? InObject(JsonElement value, JsonTypeInfo type, string place)
    {
        HashSet<string> given = [];
        foreach (var property in value.EnumerateObject())
        {
            var at = place.Length == 0 ? property.Name : $"{place}.{property.Name}";
            if (type.Properties.FirstOrDefault(known => known.Name == property.Name) is not { } known)
            {
                return (at, "this property is not known here.");
            }

            if (!given.Add(property.Name))
            {
                return (at, "this property is given twice.");
            }

            (string, string)? fault =
                property.Value.ValueKind == JsonValueKind.Null
                    ? OfNull(known, at)
                    : Fault(property.Value, options.GetTypeInfo(known.PropertyType), at);
            if (fault is not null)
            {
                return fault;
            }
        }

        List<string> missing =
        [
            .. type.Properties.Where(IsRequired).Select(property => property.Name).Where(name => !given.Contains(name)),
        ];
        return missing.Count == 0 ? null : (place, $"a required property is missing: {string.Join(", ", missing)}.");
    }

    private (string Field, string Reason)? InList(JsonElement value, JsonTypeInfo type, string place) =>
        value
            .EnumerateArray()
            .Select(
                (item, index) =>
                    item.ValueKind == JsonValueKind.Null
                        ? ($"{place}[{index}]", NotTaken)
                        : Fault(item, options.GetTypeInfo(type.ElementType!), $"{place}[{index}]")
            )
            .FirstOrDefault(fault => fault is not null);

    private static (string Field, string Reason)? InValue(JsonElement value, JsonTypeInfo type, string place)
    {
        try
        {
            value.Deserialize(type);
            return null;
        }
        catch (HalfCharacterException)
        {
            return (place, HalfCharacter);
        }
        catch (JsonException)
        {
            return (place, OtherType);
        }
    }

    private static (string Field, string Reason)? OfNull(JsonPropertyInfo property, string place) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null || (!property.PropertyType.IsValueType && property.IsSetNullable)
            ? null
            : (place, property.PropertyType.IsValueType ? OtherType : NotTaken);

    private static bool IsRequired(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false };
}
