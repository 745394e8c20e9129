using MicroCred.Emulator.Worker;

namespace MicroCred.Emulator.Functions;

/// <inheritdoc cref="TraceContext"/>
internal sealed class CallersTrace(string? traceParent) : TraceContext
{
    public override string TraceParent { get; } = traceParent ?? "";
}
