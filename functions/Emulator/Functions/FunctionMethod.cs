using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Emulator.Functions;

/// <summary>The method of a function, ready to be called.</summary>
internal sealed class FunctionMethod
{
    private readonly MethodInvoker _invoker;
    private readonly ObjectFactory? _instance;
    private readonly Argument[] _arguments;
    private readonly PropertyInfo? _result;

    public FunctionMethod(Function function)
    {
        var method = function.Method;
        _invoker = MethodInvoker.Create(method);
        _instance = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, []);
        _arguments = [.. method.GetParameters().Select(parameter => Arguments.For(function, parameter)!)];
        _result = method.ReturnType.IsGenericType && method.ReturnType.IsAssignableTo(typeof(Task)) ? method.ReturnType.GetProperty("Result") : null;
    }

    public async Task<object?> InvokeAsync(Invocation invocation)
    {
        var instance = _instance?.Invoke(invocation.InstanceServices, null);
        var returned = _invoker.Invoke(instance, [.. _arguments.Select(argument => argument(invocation))]);
        if (returned is not Task task)
            return returned;

        await task;
        return _result?.GetValue(task);
    }
}
