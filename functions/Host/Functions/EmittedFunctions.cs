using System.Reflection;
using System.Reflection.Emit;
using MicroCred.Host.Worker;
using Microsoft.Azure.WebJobs;
using Binder = Microsoft.Azure.WebJobs.Binder;

namespace MicroCred.Host.Functions;

/// <summary>
/// The functions in the form that the job host needs: static methods with WebJobs attributes, in a type emitted at run time. Each calls
/// <see cref="Dispatcher"/>. HTTP functions need none.
/// </summary>
internal sealed class EmittedFunctions : ITypeLocator
{
    private const string DurableClient = "DurableClientOfTheHost";

    private readonly TypeBuilder _builder = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Functions"), AssemblyBuilderAccess.Run)
        .DefineDynamicModule("Functions").DefineType("Functions", TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed);

    private readonly Type _type;

    public EmittedFunctions(IEnumerable<FunctionMetadata> functions, TriggerKinds kinds)
    {
        foreach (var function in functions)
        {
            if (kinds.Find(function.TriggerType) is not { } kind)
                continue;
            var (result, handler) = kind.TakesResult
                ? (typeof(Task<object>), nameof(Dispatcher.CallAsync))
                : (typeof(Task), nameof(Dispatcher.RunAsync));
            var method = Define(function.Name, result, [kind.Value, typeof(Binder), typeof(CancellationToken)], kind.Build(function), function.TriggerName);
            method.DefineParameter(2, ParameterAttributes.None, "binder");
            method.DefineParameter(3, ParameterAttributes.None, "cancel");
            Call(method, handler, function.Name, OpCodes.Ldarg_0, OpCodes.Ldarg_1, OpCodes.Ldarg_2);
        }

        if (kinds.DurableClient is { } client)
        {
            var method = Define(DurableClient, typeof(void), [typeof(string)], Attribute(client), "client");
            method.SetCustomAttribute(Attribute(typeof(NoAutomaticTriggerAttribute)));
            Call(method, nameof(Dispatcher.TakeDurableClient), null, OpCodes.Ldarg_0);
        }

        _type = _builder.CreateType();
    }

    /// <summary>The method that receives the Durable extension's client; null without that extension.</summary>
    public MethodInfo? DurableClientMethod => _type.GetMethod(DurableClient);

    public IReadOnlyList<Type> GetTypes() => [_type];

    private static CustomAttributeBuilder Attribute(Type type, params object[] arguments) =>
        new(type.GetConstructor([.. arguments.Select(argument => argument.GetType())])!, arguments);

    /// <summary>Defines a method whose first parameter has the name and the attribute.</summary>
    private MethodBuilder Define(string name, Type result, Type[] parameters, CustomAttributeBuilder attribute, string first)
    {
        var method = _builder.DefineMethod(name, MethodAttributes.Public | MethodAttributes.Static, result, parameters);
        method.SetCustomAttribute(Attribute(typeof(FunctionNameAttribute), name));
        method.DefineParameter(1, ParameterAttributes.None, first).SetCustomAttribute(attribute);
        return method;
    }

    private static void Call(MethodBuilder method, string handler, string? function, params OpCode[] arguments)
    {
        var code = method.GetILGenerator();
        if (function is not null)
            code.Emit(OpCodes.Ldstr, function);
        foreach (var argument in arguments)
            code.Emit(argument);
        code.Emit(OpCodes.Call, typeof(Dispatcher).GetMethod(handler)!);
        code.Emit(OpCodes.Ret);
    }
}
