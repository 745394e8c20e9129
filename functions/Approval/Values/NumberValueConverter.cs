using System.Text.Json;
using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>Reads and writes a number value as a plain JSON number.</summary>
internal sealed class NumberValueConverter<T> : JsonConverter<T>
    where T : struct, INumberValue<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TryGetInt32(out var number) && T.TryCreate(number, out var value)
            ? value
            : throw new JsonException($"Not a {typeof(T).Name}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}
