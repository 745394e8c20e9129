namespace MicroCred.Emulator.Worker;

/// <summary>The trace that an invocation belongs to, as whoever invoked it said.</summary>
public abstract class TraceContext
{
    private protected TraceContext()
    {
    }

    /// <summary>The caller's span as a W3C <c>traceparent</c>; empty where the caller has none.</summary>
    public abstract string TraceParent { get; }
}
