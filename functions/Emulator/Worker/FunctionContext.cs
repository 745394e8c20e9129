namespace MicroCred.Emulator.Worker;

/// <summary>One invocation of a function.</summary>
public abstract class FunctionContext
{
    private protected FunctionContext()
    {
    }

    /// <summary>The invocation's id, unique.</summary>
    public abstract string InvocationId { get; }

    /// <summary>The function's id.</summary>
    public abstract string FunctionId { get; }

    /// <summary>The trace that the invocation belongs to.</summary>
    public abstract TraceContext TraceContext { get; }

    /// <summary>What the trigger said.</summary>
    public abstract BindingContext BindingContext { get; }

    /// <summary>The services of this invocation's own scope.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>The function that runs.</summary>
    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>What middleware and function leave for each other by key.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>What middleware leaves for others by type.</summary>
    public abstract IInvocationFeatures Features { get; }

    /// <summary>Signalled when nobody waits for the result any more: the client is gone, or the app is ending and its patience is too.</summary>
    public abstract CancellationToken CancellationToken { get; }
}
