using System.Text.Json;
using MicroCred.Host.Worker.Messages;

namespace MicroCred.Host.Worker;

/// <summary>A function as the worker describes it.</summary>
/// <param name="Id">What invocations name it by.</param>
/// <param name="Name">Its name in the app.</param>
/// <param name="Bindings">Its bindings, as JSON: the trigger, and what else it is given.</param>
/// <param name="Message">The worker's own description, which it wants back when the function is loaded.</param>
internal sealed record FunctionMetadata(string Id, string Name, IReadOnlyList<JsonElement> Bindings, RpcFunctionMetadata Message)
{
    public JsonElement Trigger => Bindings.First(binding => TypeOf(binding).EndsWith("Trigger", StringComparison.OrdinalIgnoreCase));

    public string TriggerType => TypeOf(Trigger);

    public string TriggerName => Trigger.GetProperty("name").GetString()!;

    /// <summary>The names of the parameters that take the durable client.</summary>
    public IEnumerable<string> DurableClients => Bindings
        .Where(binding => TypeOf(binding).Equals("durableClient", StringComparison.OrdinalIgnoreCase))
        .Select(binding => binding.GetProperty("name").GetString()!);

    public static FunctionMetadata Of(RpcFunctionMetadata message) => new(
        message.FunctionId,
        message.Name,
        [.. message.RawBindings.Select(binding => JsonSerializer.Deserialize<JsonElement>(binding))],
        message);

    /// <summary>A property of the trigger; null where it has none of the name.</summary>
    public string? TriggerProperty(string name) => Trigger.EnumerateObject()
        .Where(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind != JsonValueKind.Null)
        .Select(property => property.Value.ToString()).FirstOrDefault();

    private static string TypeOf(JsonElement binding) => binding.GetProperty("type").GetString()!;
}
