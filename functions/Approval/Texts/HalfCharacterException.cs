using System.Text.Json;

namespace MicroCred.Approval;

/// <summary>A text holds one half of a surrogate pair, which is no character.</summary>
public sealed class HalfCharacterException(Exception cause) : JsonException(null, cause);
