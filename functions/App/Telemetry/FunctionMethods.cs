using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Telemetry;

/// <summary>The app's functions, by name.</summary>
internal static class FunctionMethods
{
    private static readonly Dictionary<string, MethodInfo> All = typeof(FunctionMethods)
        .Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Select(method => (Method: method, Function: method.GetCustomAttribute<FunctionAttribute>()))
        .Where(found => found.Function is not null)
        .ToDictionary(found => found.Function!.Name, found => found.Method, StringComparer.OrdinalIgnoreCase);

    /// <summary>The method of the invoked function.</summary>
    public static MethodInfo Of(FunctionContext context) => All[context.FunctionDefinition.Name];

    /// <summary>The part of the service that a function belongs to.</summary>
    public static string FeatureOf(MethodInfo function) => function.DeclaringType!.GetCustomAttribute<FeatureAttribute>()!.Name;
}
