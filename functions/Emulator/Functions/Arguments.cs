using System.Reflection;
using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Durable.Engine;
using MicroCred.Emulator.Http;
using MicroCred.Emulator.Worker;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Emulator.Functions;

/// <summary>Where the values of a function's parameters come from.</summary>
internal static class Arguments
{
    /// <summary>The source of a parameter's value; null when there is none.</summary>
    public static Argument? For(Function function, ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (parameter.Position == function.TriggerParameter.Position)
            return TriggerArguments.For(function.Kind, type);
        if (type == typeof(FunctionContext))
            return invocation => invocation;
        if (type == typeof(CancellationToken))
            return invocation => invocation.CancellationToken;
        if (type == typeof(DurableTaskClient) && parameter.IsDefined(typeof(DurableClientAttribute)))
            return invocation => invocation.InstanceServices.GetRequiredService<DurableEngine>().Client;

        return function.Kind switch
        {
            FunctionKind.Http when type == typeof(HttpRequest) => TriggerArguments.For(FunctionKind.Http, type),
            FunctionKind.Http => RouteArguments.For(function, parameter),
            FunctionKind.Activity when type == typeof(string) && parameter.Name == BindingData.InstanceId =>
                invocation => invocation.BindingContext.BindingData[BindingData.InstanceId],
            _ => null,
        };
    }
}
