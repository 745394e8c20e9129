using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Simulation.Engine;

/// <summary>A function of an app: a method with <c>[Function]</c> whose first parameter has a trigger, as the worker finds it.</summary>
internal sealed class Function
{
    private static readonly MethodInfo GetInput = typeof(TaskOrchestrationContext).GetMethod(nameof(TaskOrchestrationContext.GetInput))!;

    private readonly MethodInfo _method;
    private readonly ParameterInfo _trigger;

    private Function(string name, MethodInfo method, ParameterInfo trigger)
    {
        Name = name;
        _method = method;
        _trigger = trigger;
    }

    public string Name { get; }

    /// <summary>The type of the trigger's value: an orchestration's context, or an activity's input.</summary>
    public Type Input => _trigger.ParameterType;

    /// <summary>The functions of some types with one kind of trigger, by name.</summary>
    public static Dictionary<string, Function> Find<TTrigger>(IEnumerable<Type> types)
        where TTrigger : Attribute
    {
        const BindingFlags Any =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        return (
            from method in types.SelectMany(type => type.GetMethods(Any))
            let function = method.GetCustomAttribute<FunctionAttribute>()
            let trigger = method.GetParameters().FirstOrDefault(parameter => parameter.IsDefined(typeof(TTrigger)))
            where function is not null && trigger is not null
            select new Function(function.Name, method, trigger)
        ).ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Calls the function once, on a new instance where it needs one.</summary>
    /// <param name="input">The trigger's value.</param>
    /// <param name="services">The services for its class.</param>
    /// <param name="instanceId">The orchestration's instance id.</param>
    /// <returns>The result; null where it returns nothing.</returns>
    public async Task<object?> CallAsync(object? input, IServiceProvider services, string instanceId)
    {
        var instance = _method.IsStatic ? null : ActivatorUtilities.CreateInstance(services, _method.DeclaringType!);
        var arguments = _method
            .GetParameters()
            .Select(parameter => parameter == _trigger ? input : Argument(parameter, input, instanceId))
            .ToArray();
        var returned = _method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
        if (returned is not Task task)
        {
            return returned;
        }

        try
        {
            await task;
        }
        catch (Exception exception) when (!_method.IsPublic || !_method.DeclaringType!.IsVisible)
        {
            // The worker calls non-public functions in another way, which wraps exceptions.
            throw new AggregateException(exception);
        }

        return _method.ReturnType.GetProperty(nameof(Task<object>.Result))?.GetValue(task);
    }

    private static object? Argument(ParameterInfo parameter, object? input, string instanceId) =>
        parameter switch
        {
            { Name: "instanceId", ParameterType: var type } when type == typeof(string) => instanceId,
            { ParameterType: var type } when type == typeof(CancellationToken) => CancellationToken.None,
            // An orchestrator's parameter besides its context is its input.
            { ParameterType: var type } when input is TaskOrchestrationContext context => GetInput
                .MakeGenericMethod(type)
                .Invoke(context, null),
            _ => throw new NotSupportedException(
                $"{parameter.Member.DeclaringType}.{parameter.Member.Name}: the simulation has nothing for {parameter.Name}."
            ),
        };
}
