using MicroCred.Emulator.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Emulator.Functions;

/// <summary>One invocation of a function, with the value that its trigger brought.</summary>
internal sealed class Invocation(
    Function function,
    object? triggerValue,
    IReadOnlyDictionary<string, object?> bindingData,
    IServiceProvider services,
    CancellationToken cancellationToken,
    string? traceParent = null) : FunctionContext, IAsyncDisposable
{
    private AsyncServiceScope? _scope;
    private IServiceProvider? _instanceServices;

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => function.Id;

    public override TraceContext TraceContext { get; } = new CallersTrace(traceParent);

    public override BindingContext BindingContext { get; } = new(bindingData);

    // A scope only for those that use it: an orchestrator is invoked at each of its turns.
    public override IServiceProvider InstanceServices
    {
        get => _instanceServices ??= (_scope = services.CreateAsyncScope()).Value.ServiceProvider;
        set => _instanceServices = value;
    }

    public override FunctionDefinition FunctionDefinition => function;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken => cancellationToken;

    public Function Function => function;

    public object? TriggerValue => triggerValue;

    public ValueTask DisposeAsync() => _scope?.DisposeAsync() ?? ValueTask.CompletedTask;
}
