using System.Text.Json.Serialization;
using MicroCred.Emulator.Durable.History;

namespace MicroCred.Emulator.Durable.Stores.Tables;

/// <summary>How an instance's head is written as JSON, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(PayloadConverter)])]
[JsonSerializable(typeof(InstanceHead))]
internal sealed partial class HeadJson : JsonSerializerContext;
