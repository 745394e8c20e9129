using MicroCred.Emulator.Functions;

namespace MicroCred.Emulator.Checks;

/// <summary>
/// The activities and orchestrators that code calls by a constant name are there. Names that are put together at run time can't be checked.
/// </summary>
internal static class TaskNameCheck
{
    /// <param name="functions">The app's functions.</param>
    /// <param name="classes">The classes whose code is looked at; all of the functions' assembly when null.</param>
    /// <param name="faults">Where calls of what isn't there are told.</param>
    public static void Run(IReadOnlyList<Function> functions, IReadOnlyList<Type>? classes, Faults faults)
    {
        var calls = functions.Select(function => function.PathToAssembly).Distinct().SelectMany(TaskCalls.In);
        foreach (var call in calls.Where(call => classes?.Any(type => type.FullName == call.Caller.Class) is not false))
        {
            var (kind, word) = call.ToActivity ? (FunctionKind.Activity, "activity") : (FunctionKind.Orchestrator, "orchestrator");
            if (!functions.Any(function => function.Kind == kind && function.Name.Equals(call.Name, StringComparison.OrdinalIgnoreCase)))
                faults.Add($"{call.Caller}: there is no {word} '{call.Name}'.");
        }
    }
}
