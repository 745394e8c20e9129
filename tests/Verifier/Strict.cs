using System.Text.Json;
using System.Text.Json.Serialization;

namespace MicroCred.Verification;

/// <summary>Reads JSON that has nothing twice, nothing unknown and nothing missing.</summary>
internal static class Strict
{
    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false };

    private static readonly JsonSerializerOptions Exact = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="FaultException">It isn't JSON.</exception>
    public static JsonElement Parse(ReadOnlyMemory<byte> json, string what)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Once);
            return document.RootElement.Clone();
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw new FaultException($"{what} can't be read as JSON.", failure);
        }
    }

    /// <exception cref="FaultException">It has another shape.</exception>
    public static T Read<T>(JsonElement json, string what)
    {
        try
        {
            return json.Deserialize<T>(Exact) ?? throw new FaultException($"{what} is empty.");
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw new FaultException($"{what} hasn't the shape that it should have.", failure);
        }
    }
}
