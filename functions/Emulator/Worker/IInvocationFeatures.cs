namespace MicroCred.Emulator.Worker;

/// <summary>What middleware leaves for others by type, for one invocation.</summary>
public interface IInvocationFeatures
{
    /// <summary>Keeps a feature, in place of one of the same type.</summary>
    void Set<T>(T instance);

    /// <summary>The feature of a type, null when there is none.</summary>
    T? Get<T>();
}
