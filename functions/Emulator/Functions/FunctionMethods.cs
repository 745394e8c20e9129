using MicroCred.Emulator.Worker;

namespace MicroCred.Emulator.Functions;

/// <summary>The end of the pipeline: calls the function's method.</summary>
internal sealed class FunctionMethods(IReadOnlyList<Function> functions)
{
    private readonly Dictionary<Function, FunctionMethod> _methods = functions.ToDictionary(function => function, function => new FunctionMethod(function));

    public async Task ExecuteAsync(FunctionContext context)
    {
        var invocation = (Invocation)context;
        context.GetInvocationResult().Value = await _methods[invocation.Function].InvokeAsync(invocation);
    }
}
