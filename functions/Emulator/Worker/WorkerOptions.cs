using Azure.Core.Serialization;

namespace MicroCred.Emulator.Worker;

/// <summary>How the app's functions are run.</summary>
public sealed class WorkerOptions
{
    /// <summary>
    /// Reads and writes queue messages and everything that orchestrations take, return and are told. When not set, it follows the app's
    /// <see cref="System.Text.Json.JsonSerializerOptions"/>: names as in the code, enums as numbers.
    /// </summary>
    public ObjectSerializer? Serializer { get; set; }

    /// <summary>What the worker tells the host that it can do, by name. Here the host is the same process and has nothing to ask.</summary>
    public IDictionary<string, string> Capabilities { get; } = new Dictionary<string, string>();
}
