using System.Reflection;
using System.Runtime.CompilerServices;
using MicroCred.Emulator.Functions;
using Microsoft.AspNetCore.Http;

namespace MicroCred.Emulator.Checks;

/// <summary>Methods are such as the real worker can find and call.</summary>
internal static class MethodCheck
{
    public static void Run(IReadOnlyList<Function> functions, Faults faults)
    {
        foreach (var function in functions)
        {
            var method = function.Method;
            if (!method.IsPublic)
                faults.Add(function, "the method must be public, or the real worker doesn't find it. (Its class needn't be.)");
            if (method.IsGenericMethod || method.DeclaringType!.IsGenericType)
                faults.Add(function, "neither the method nor its class may be generic.");
            if (!method.IsStatic && method.DeclaringType!.IsAbstract)
                faults.Add(function, "its class is abstract, so there can't be an object to call it on.");
            if (IsOverloaded(method))
                faults.Add(function, "the class has another public method of this name, and the real worker finds methods by name alone.");

            CheckReturn(function, faults);
        }
    }

    private static bool IsOverloaded(MethodInfo method) =>
        method.DeclaringType!.GetMethods().Count(other => other.Name == method.Name) > 1;

    private static void CheckReturn(Function function, Faults faults)
    {
        var type = function.Method.ReturnType;
        if (type == typeof(void) && function.Method.IsDefined(typeof(AsyncStateMachineAttribute)))
            faults.Add(function, "it is 'async void', so nobody can tell when it has ended: return Task.");
        if (type == typeof(ValueTask) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>)))
            faults.Add(function, "the real worker doesn't wait for a ValueTask: return Task.");
        else if (function.Kind == FunctionKind.Http && Result(type) is { } result && result != typeof(object) && !result.IsAssignableTo(typeof(IResult)))
            faults.Add(function, $"it returns {result.Name}, of which the client would see nothing: return an IResult, Results.Ok(…) for instance.");
    }

    // What is left when it has been waited for; null for nothing.
    private static Type? Result(Type type) =>
        type == typeof(void) || type == typeof(Task) ? null
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>) ? type.GetGenericArguments()[0]
        : type;
}
