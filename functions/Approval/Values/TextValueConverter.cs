using System.Text.Json;
using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>Reads and writes a code as a plain JSON string.</summary>
internal sealed class TextValueConverter<T> : JsonConverter<T>
    where T : struct, ITextValue<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && T.TryCreate(reader.GetString(), out var value)
            ? value
            : throw new JsonException($"Not a {typeof(T).Name}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
