using System.Reflection.Emit;
using MicroCred.Host.Worker;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Description;

namespace MicroCred.Host.Functions;

/// <summary>A trigger's WebJobs attribute, the metadata property for its constructor, and the type of its value.</summary>
internal sealed record TriggerKind(Type Attribute, string? Argument, Type Value)
{
    /// <summary>Whether the trigger takes the function's result.</summary>
    public bool TakesResult => Attribute.CustomAttributes
        .Where(attribute => attribute.AttributeType == typeof(BindingAttribute))
        .SelectMany(attribute => attribute.NamedArguments)
        .Any(argument => argument is { MemberName: "TriggerHandlesReturnValue", TypedValue.Value: true });

    /// <summary>The attribute of the emitted parameter, with every property that the metadata sets.</summary>
    public CustomAttributeBuilder Build(FunctionMetadata function)
    {
        var arguments = Argument is null ? [] : new object?[] { function.TriggerProperty(Argument) };
        var constructor = Attribute.GetConstructor([.. arguments.Select(_ => typeof(string))])!;
        var named = Attribute.GetProperties().Where(property => property.SetMethod is { IsPublic: true } && function.TriggerProperty(property.Name) is not null
            && (property.PropertyType == typeof(string) || property.PropertyType == typeof(bool))).ToArray();
        return new(constructor, arguments, named, [.. named.Select(property => Convert.ChangeType(function.TriggerProperty(property.Name), property.PropertyType, null))]);
    }
}

/// <summary>The triggers that the Host supports besides HTTP, by their names in the metadata.</summary>
internal sealed class TriggerKinds(Func<string, Type?> extensionType)
{
    /// <summary>The kind with this name; null where it isn't supported or the app lacks its extension.</summary>
    public TriggerKind? Find(string name) => name.ToUpperInvariant() switch
    {
        "TIMERTRIGGER" => new(typeof(TimerTriggerAttribute), "schedule", typeof(TimerInfo)),
        "QUEUETRIGGER" => Of("Microsoft.Azure.WebJobs.QueueTriggerAttribute", "queueName"),
        "ORCHESTRATIONTRIGGER" => Of("Microsoft.Azure.WebJobs.Extensions.DurableTask.OrchestrationTriggerAttribute", null),
        "ACTIVITYTRIGGER" => Of("Microsoft.Azure.WebJobs.Extensions.DurableTask.ActivityTriggerAttribute", null),
        _ => null,
    };

    /// <summary>The attribute of a durable client; null where the app has no Durable Functions.</summary>
    public Type? DurableClient => extensionType("Microsoft.Azure.WebJobs.Extensions.DurableTask.DurableClientAttribute");

    private TriggerKind? Of(string attribute, string? argument) => extensionType(attribute) is { } type ? new(type, argument, typeof(string)) : null;
}
