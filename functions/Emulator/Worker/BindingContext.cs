namespace MicroCred.Emulator.Worker;

/// <summary>What the trigger said about an invocation.</summary>
public sealed class BindingContext
{
    internal BindingContext(IReadOnlyDictionary<string, object?> bindingData) => BindingData = bindingData;

    /// <summary>The trigger's data by name, for example <c>DequeueCount</c> of a queue message or the values of a route.</summary>
    public IReadOnlyDictionary<string, object?> BindingData { get; }
}
