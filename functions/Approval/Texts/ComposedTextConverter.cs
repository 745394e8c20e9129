using System.Text.Json;
using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>Reads strings in Unicode NFC, so that the same word is stored as the same text whatever system it was typed on.</summary>
public sealed class ComposedTextConverter : JsonConverter<string>
{
    /// <inheritdoc />
    /// <exception cref="HalfCharacterException">The string escapes an unpaired surrogate.</exception>
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException();
        }

        try
        {
            return Text.Composed(reader.GetString()!);
        }
        catch (InvalidOperationException exception)
        {
            throw new HalfCharacterException(exception);
        }
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value);
    }
}
