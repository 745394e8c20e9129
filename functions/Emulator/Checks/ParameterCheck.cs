using System.Reflection;
using MicroCred.Emulator.Functions;
using MicroCred.Emulator.Http;

namespace MicroCred.Emulator.Checks;

/// <summary>Every parameter gets its value from somewhere.</summary>
internal static class ParameterCheck
{
    public static void Run(IReadOnlyList<Function> functions, Faults faults)
    {
        foreach (var function in functions)
        {
            foreach (var parameter in function.Method.GetParameters().Where(parameter => Arguments.For(function, parameter) is null))
                faults.Add(function, Unbound(function, parameter));
            if (function.Kind == FunctionKind.Orchestrator && function.InputBindings.Count > 1)
                faults.Add(function, "an orchestrator can't have a client: it must not do anything but through its context.");
        }
    }

    private static string Unbound(Function function, ParameterInfo parameter)
    {
        var what = $"parameter '{parameter.Name}' of type {parameter.ParameterType.Name}";
        if (parameter.Position == function.TriggerParameter.Position)
            return $"{what} can't take what the trigger brings.";

        return function.Kind == FunctionKind.Http && FunctionRoute.TemplateOf(function)?.GetParameter(parameter.Name!) is { } part
            ? part.IsOptional
                ? $"{what} can't be without a value, and the route's is optional."
                : $"{what} can't be made of the text in a route."
            : $"nothing gives {what} a value.";
    }
}
