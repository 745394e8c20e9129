using MicroCred.Host.Http;
using MicroCred.Host.Worker;

namespace MicroCred.Host.Functions;

/// <summary>What of the functions can be seen to be wrong before any of them runs.</summary>
internal static class FunctionChecks
{
    /// <param name="functions">All that the worker has.</param>
    /// <param name="kinds">The triggers that can be served.</param>
    /// <param name="faults">Takes a sentence for each fault.</param>
    public static void Run(IEnumerable<FunctionMetadata> functions, TriggerKinds kinds, List<string> faults)
    {
        foreach (var function in functions)
        {
            if (!RouteTable.IsHttp(function) && kinds.Find(function.TriggerType) is null)
                faults.Add($"{function.Name}: the Host serves no {function.TriggerType}, or the app was built without its extension.");
        }
    }
}
