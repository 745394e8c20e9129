using Azure.Core.Serialization;
using MicroCred.Emulator.Durable.Stores;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>An instance's state as a client sees it.</summary>
internal static class Metadata
{
    public static OrchestrationMetadata Of(InstanceState state, bool withPayloads, ObjectSerializer serializer) =>
        new(state.Name, state.InstanceId)
        {
            RuntimeStatus = state.Status,
            CreatedAt = state.CreatedAt,
            LastUpdatedAt = state.UpdatedAt,
            SerializedInput = withPayloads ? state.Input?.ToString() : null,
            SerializedOutput = withPayloads ? state.Output : null,
            SerializedCustomStatus = withPayloads ? state.CustomStatus?.ToString() ?? "null" : null,
            Serializer = withPayloads ? serializer : null,
        };
}
