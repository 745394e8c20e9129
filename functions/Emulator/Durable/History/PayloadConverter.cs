using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MicroCred.Emulator.Durable.History;

/// <summary>Keeps a payload, which is JSON already, as it is within the JSON around it.</summary>
internal sealed class PayloadConverter : JsonConverter<BinaryData>
{
    public override BinaryData Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var payload = JsonDocument.ParseValue(ref reader);
        return BinaryData.FromBytes(JsonMarshal.GetRawUtf8Value(payload.RootElement).ToArray());
    }

    public override void Write(Utf8JsonWriter writer, BinaryData value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.ToMemory().Span);
}
