using DurableTask.Core;
using DurableTask.Core.History;
using DurableTask.Core.Serializing;

namespace MicroCred.Simulation.Engine;

/// <summary>Serialises messages and history as storage does, so that the simulation loses whatever serialisation loses.</summary>
internal static class Payload
{
    private static readonly JsonDataConverter Json = new();

    public static string Write(object stored) => Json.Serialize(stored);

    public static TaskMessage Message(string json) => Json.Deserialize<TaskMessage>(json);

    public static HistoryEvent Copy(HistoryEvent happened) => (HistoryEvent)Json.Deserialize(Json.Serialize(happened), happened.GetType());
}
