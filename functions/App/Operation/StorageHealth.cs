using System.Text.Json.Serialization;

namespace MicroCred.App.Operation;

/// <summary>Whether each service of the storage account answers: <see cref="Up"/> or <see cref="Down"/>.</summary>
internal sealed record StorageHealth(string Tables, string Blobs, string Queues)
{
    public const string Up = "Up";
    public const string Down = "Down";

    [JsonIgnore]
    public bool IsUp => this is { Tables: Up, Blobs: Up, Queues: Up };
}
