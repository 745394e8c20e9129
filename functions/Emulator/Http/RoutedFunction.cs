using MicroCred.Emulator.Functions;

namespace MicroCred.Emulator.Http;

/// <summary>What the edge has found out about a request, for the end of the pipeline.</summary>
/// <param name="Route">The route that answers.</param>
/// <param name="Values">The values of its parameters in the path.</param>
internal sealed record RoutedFunction(FunctionRoute Route, IReadOnlyDictionary<string, object?> Values)
{
    /// <summary>Whether the function has failed: then the answer is the host's.</summary>
    public bool Failed { get; set; }

    public Function Function => Route.Function;
}
