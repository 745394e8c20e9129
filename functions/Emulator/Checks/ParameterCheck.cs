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
