using MicroCred.Emulator.Functions;

namespace MicroCred.Emulator.Checks;

/// <summary>
/// The activities and orchestrators that code calls by a constant name are there. Names that are put together at run time can't be checked.
/// </summary>
internal static class TaskNameCheck
{
    public static void Run(IReadOnlyList<Function> functions, Faults faults)
    {
        foreach (var assembly in functions.Select(function => function.PathToAssembly).Distinct())
            Run(functions, TaskCalls.In(assembly), faults);
    }

    public static void Run(IReadOnlyList<Function> functions, IEnumerable<TaskCall> calls, Faults faults)
    {
        foreach (var call in calls)
        {
            var (kind, word) = call.ToActivity ? (FunctionKind.Activity, "activity") : (FunctionKind.Orchestrator, "orchestrator");
            if (!functions.Any(function => function.Kind == kind && function.Name.Equals(call.Name, StringComparison.OrdinalIgnoreCase)))
                faults.Add($"{call.Caller}: there is no {word} '{call.Name}'.");
        }
    }
}
