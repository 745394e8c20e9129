using System.Collections.Immutable;
using System.Reflection;
using MicroCred.Emulator.Worker;

namespace MicroCred.Emulator.Functions;

/// <summary>A function of the app: its name, its method and what triggers it.</summary>
internal sealed class Function : FunctionDefinition
{
    public Function(string name, MethodInfo method, ParameterInfo triggerParameter, Attribute trigger)
    {
        Name = name;
        Method = method;
        TriggerParameter = triggerParameter;
        Trigger = trigger;
        (Kind, var bindingType) = Triggers.KindOf(trigger)!.Value;
        InputBindings = method.GetParameters()
            .Where(parameter => parameter.IsDefined(typeof(DurableClientAttribute)))
            .Select(parameter => new BindingMetadata(parameter.Name!, Triggers.DurableClient))
            .Prepend(new BindingMetadata(triggerParameter.Name!, bindingType))
            .ToImmutableDictionary(binding => binding.Name);
    }

    public override string Id => Name;

    public override string Name { get; }

    public override string EntryPoint => $"{Method.DeclaringType!.FullName}.{Method.Name}";

    public override string PathToAssembly => Method.DeclaringType!.Assembly.Location;

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

    public FunctionKind Kind { get; }

    public MethodInfo Method { get; }

    public Attribute Trigger { get; }

    public ParameterInfo TriggerParameter { get; }

    public override string ToString() => $"{Name} ({EntryPoint})";
}
