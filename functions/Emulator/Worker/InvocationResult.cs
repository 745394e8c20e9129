namespace MicroCred.Emulator.Worker;

/// <summary>What an invocation came to.</summary>
public sealed class InvocationResult
{
    internal InvocationResult()
    {
    }

    /// <summary>What the function returned; null when it has not run, or returns nothing.</summary>
    public object? Value { get; set; }
}
