using System.Text.Json;

namespace MicroCred.Approval;

/// <summary>Thrown when a JSON string contains an unpaired surrogate.</summary>
public sealed class HalfCharacterException(Exception cause) : JsonException(null, cause);
