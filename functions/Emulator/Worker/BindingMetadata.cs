namespace MicroCred.Emulator.Worker;

/// <summary>What is known about one binding of a function.</summary>
public sealed class BindingMetadata
{
    internal BindingMetadata(string name, string type) => (Name, Type) = (name, type);

    /// <summary>The parameter's name.</summary>
    public string Name { get; }

    /// <summary>The kind, for example <c>httpTrigger</c>.</summary>
    public string Type { get; }

    /// <summary>The direction, always <see cref="BindingDirection.In"/> here.</summary>
    public BindingDirection Direction { get; } = BindingDirection.In;
}
