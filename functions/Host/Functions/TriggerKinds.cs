using System.Reflection.Emit;
using MicroCred.Host.Worker;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Description;

namespace MicroCred.Host.Functions;

/// <summary>The WebJobs attribute that a trigger is, its constructor's argument by the metadata's name, and the type of what it triggers with.</summary>
internal sealed record TriggerKind(Type Attribute, string? Argument, Type Value)
{
    /// <summary>Whether the trigger takes the function's result, which the extension then casts to.</summary>
    public bool TakesResult => Attribute.CustomAttributes
        .Where(attribute => attribute.AttributeType == typeof(BindingAttribute))
        .SelectMany(attribute => attribute.NamedArguments)
        .Any(argument => argument is { MemberName: "TriggerHandlesReturnValue", TypedValue.Value: true });

    /// <summary>The attribute as it stands on the emitted parameter: each property that the metadata names too.</summary>
    public CustomAttributeBuilder Build(FunctionMetadata function)
    {
        var arguments = Argument is null ? [] : new object?[] { function.TriggerProperty(Argument) };
        var constructor = Attribute.GetConstructor([.. arguments.Select(_ => typeof(string))])!;
        var named = Attribute.GetProperties().Where(property => property.SetMethod is { IsPublic: true } && function.TriggerProperty(property.Name) is not null
            && (property.PropertyType == typeof(string) || property.PropertyType == typeof(bool))).ToArray();
        return new(constructor, arguments, named, [.. named.Select(property => Convert.ChangeType(function.TriggerProperty(property.Name), property.PropertyType, null))]);
    }
}

/// <summary>The triggers that the Host can serve besides HTTP, by the metadata's names.</summary>
internal sealed class TriggerKinds(Func<string, Type?> extensionType)
{
    /// <summary>The kind of that name; null for one that isn't served, or whose extension the app doesn't have.</summary>
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
