using System.Reflection;
using System.Reflection.Emit;
using MicroCred.Host.Worker;
using Microsoft.Azure.WebJobs;
using Binder = Microsoft.Azure.WebJobs.Binder;

namespace MicroCred.Host.Functions;

/// <summary>
/// The functions as the job host wants them: static methods with WebJobs attributes, in a type made at run time. Each hands over to
/// <see cref="Dispatcher"/>. HTTP functions need none.
/// </summary>
internal sealed class EmittedFunctions : ITypeLocator
{
    public const string DurableClient = "DurableClientOfTheHost";

    private readonly Type _type;

    public EmittedFunctions(IEnumerable<FunctionMetadata> functions, TriggerKinds kinds)
    {
        var type = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Functions"), AssemblyBuilderAccess.Run)
            .DefineDynamicModule("Functions").DefineType("Functions", TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed);
        foreach (var function in functions)
        {
            if (kinds.Find(function.TriggerType) is { } kind)
                Emit(type, function, kind);
        }

        if (kinds.DurableClient is { } client)
            EmitDurableClient(type, client);
        _type = type.CreateType();
    }

    /// <summary>The method by which the durable extension's client is had; null without that extension.</summary>
    public MethodInfo? DurableClientMethod => _type.GetMethod(DurableClient);

    public IReadOnlyList<Type> GetTypes() => [_type];

    private static void Emit(TypeBuilder type, FunctionMetadata function, TriggerKind kind)
    {
        var (result, handler) = kind.TakesResult
            ? (typeof(Task<object>), nameof(Dispatcher.CallAsync))
            : (typeof(Task), nameof(Dispatcher.RunAsync));
        var method = Define(type, function.Name, result, [kind.Value, typeof(Binder), typeof(CancellationToken)]);
        method.DefineParameter(1, ParameterAttributes.None, function.TriggerName).SetCustomAttribute(kind.Build(function));
        method.DefineParameter(2, ParameterAttributes.None, "binder");
        method.DefineParameter(3, ParameterAttributes.None, "cancel");

        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldstr, function.Name);
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Ldarg_2);
        code.Emit(OpCodes.Call, typeof(Dispatcher).GetMethod(handler)!);
        code.Emit(OpCodes.Ret);
    }

    private static void EmitDurableClient(TypeBuilder type, Type attribute)
    {
        var method = Define(type, DurableClient, typeof(void), [typeof(string)]);
        method.SetCustomAttribute(new CustomAttributeBuilder(typeof(NoAutomaticTriggerAttribute).GetConstructor([])!, []));
        method.DefineParameter(1, ParameterAttributes.None, "client").SetCustomAttribute(new CustomAttributeBuilder(attribute.GetConstructor([])!, []));
        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Call, typeof(Dispatcher).GetMethod(nameof(Dispatcher.TakeDurableClient))!);
        code.Emit(OpCodes.Ret);
    }

    private static MethodBuilder Define(TypeBuilder type, string name, Type result, Type[] parameters)
    {
        var method = type.DefineMethod(name, MethodAttributes.Public | MethodAttributes.Static, result, parameters);
        method.SetCustomAttribute(new CustomAttributeBuilder(typeof(FunctionNameAttribute).GetConstructor([typeof(string)])!, [name]));
        return method;
    }
}
