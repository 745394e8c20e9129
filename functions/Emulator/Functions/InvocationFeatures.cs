using MicroCred.Emulator.Worker;

namespace MicroCred.Emulator.Functions;

/// <inheritdoc cref="IInvocationFeatures"/>
internal sealed class InvocationFeatures : IInvocationFeatures
{
    private readonly Dictionary<Type, object?> _features = [];

    public void Set<T>(T instance) => _features[typeof(T)] = instance;

    public T? Get<T>() => _features.TryGetValue(typeof(T), out var feature) ? (T?)feature : default;
}
