using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.Simulation.Engine;

/// <summary>The parts of the worker's function context that its orchestration code uses: the services and the function's name.</summary>
internal sealed class TurnContext(string function, IServiceProvider services) : FunctionContext
{
    public override string InvocationId { get; } = "simulated";

    public override string FunctionId => function;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition { get; } = new NamedFunction(function);

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override TraceContext TraceContext => throw NotThere();

    public override BindingContext BindingContext => throw NotThere();

    public override RetryContext RetryContext => throw NotThere();

    public override IInvocationFeatures Features => throw NotThere();

    private static NotSupportedException NotThere() => new("A simulated turn has no invocation by a host.");

    private sealed class NamedFunction(string name) : FunctionDefinition
    {
        public override string Name => name;

        public override string Id => name;

        public override string EntryPoint => name;

        public override string PathToAssembly => "";

        public override ImmutableArray<FunctionParameter> Parameters => [];

        public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } =
            ImmutableDictionary<string, BindingMetadata>.Empty;

        public override IImmutableDictionary<string, BindingMetadata> OutputBindings => InputBindings;
    }
}
