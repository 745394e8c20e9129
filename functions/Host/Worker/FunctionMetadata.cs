using System.Text.Json;
using MicroCred.Host.Worker.Messages;

namespace MicroCred.Host.Worker;

/// <summary>A function as the worker describes it.</summary>
/// <param name="message">The worker's description, which is sent back to load the function.</param>
internal sealed class FunctionMetadata(RpcFunctionMetadata message)
{
    private readonly List<JsonElement> _bindings = [.. message.RawBindings.Select(binding => JsonSerializer.Deserialize<JsonElement>(binding))];

    public RpcFunctionMetadata Message => message;

    /// <summary>The id used in invocations.</summary>
    public string Id => message.FunctionId;

    public string Name => message.Name;

    public string TriggerType => TypeOf(Trigger);

    public string TriggerName => Trigger.GetProperty("name").GetString()!;

    public bool IsHttp => TriggerType.Equals("httpTrigger", StringComparison.OrdinalIgnoreCase);

    /// <summary>The names of the parameters that take the durable client.</summary>
    public IEnumerable<string> DurableClients => _bindings
        .Where(binding => TypeOf(binding).Equals("durableClient", StringComparison.OrdinalIgnoreCase))
        .Select(binding => binding.GetProperty("name").GetString()!);

    private JsonElement Trigger => _bindings.First(binding => TypeOf(binding).EndsWith("Trigger", StringComparison.OrdinalIgnoreCase));

    /// <summary>A property of the trigger; null where it isn't set.</summary>
    public string? TriggerProperty(string name) => Trigger.EnumerateObject()
        .Where(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind != JsonValueKind.Null)
        .Select(property => property.Value.ToString()).FirstOrDefault();

    private static string TypeOf(JsonElement binding) => binding.GetProperty("type").GetString()!;
}
