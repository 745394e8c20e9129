using System.Reflection;
using System.Runtime.CompilerServices;
using MicroCred.Emulator.Worker;

namespace MicroCred.Emulator.Functions;

/// <summary>Finds the functions of an app by their attributes.</summary>
internal static class FunctionDiscovery
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<Function> Find(IEnumerable<Type> types, Faults faults)
    {
        var found =
            from type in types
            where type.IsClass && !type.IsDefined(typeof(CompilerGeneratedAttribute))
            from method in type.GetMethods(Declared)
            let attribute = method.GetCustomAttribute<FunctionAttribute>()
            where attribute is not null
            select Make(attribute.Name, method, faults);

        // The real host goes through functions in this order when it looks for the one that answers a request.
        return [.. found.OfType<Function>().OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private static Function? Make(string name, MethodInfo method, Faults faults)
    {
        if (Triggers.Of(method).ToList() is [var (parameter, trigger)])
            return new Function(name, method, parameter, trigger);

        faults.Add($"{name} ({method.DeclaringType!.FullName}.{method.Name}): a function has exactly one parameter with a trigger attribute.");
        return null;
    }
}
