using System.Collections.Immutable;

namespace MicroCred.Emulator.Worker;

/// <summary>What is known about a function before it runs.</summary>
public abstract class FunctionDefinition
{
    private protected FunctionDefinition()
    {
    }

    /// <summary>The function's id, the same each time the app runs.</summary>
    public abstract string Id { get; }

    /// <summary>The function's name.</summary>
    public abstract string Name { get; }

    /// <summary>The full name of the method, <c>Namespace.Type.Method</c>.</summary>
    public abstract string EntryPoint { get; }

    /// <summary>The path of the assembly that has the method.</summary>
    public abstract string PathToAssembly { get; }

    /// <summary>The bindings that bring data, by the parameter's name.</summary>
    public abstract IImmutableDictionary<string, BindingMetadata> InputBindings { get; }
}
