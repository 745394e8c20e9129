using DurableTask.Core;
using DurableTask.Core.History;
using DurableTask.Core.Serializing;

namespace MicroCred.Simulation.Engine;

/// <summary>Messages and history as they are stored: whatever doesn't survive that doesn't survive the simulation either.</summary>
internal static class Payload
{
    private static readonly JsonDataConverter Json = new();

    public static string Write(object stored) => Json.Serialize(stored);

    public static TaskMessage Message(string json) => Json.Deserialize<TaskMessage>(json);

    public static HistoryEvent Copy(HistoryEvent happened) => (HistoryEvent)Json.Deserialize(Json.Serialize(happened), happened.GetType());
}
