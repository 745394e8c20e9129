using System.Text.Json.Serialization;

namespace MicroCred.Emulator.Durable.History;

/// <summary>How turns are written as JSON, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(PayloadConverter)])]
[JsonSerializable(typeof(Turn))]
internal sealed partial class HistoryJson : JsonSerializerContext;
