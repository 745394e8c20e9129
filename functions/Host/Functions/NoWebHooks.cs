using System.Reflection;

namespace MicroCred.Host.Functions;

/// <summary>Gives the durable extension an address for web hooks, which nothing here is ever sent to.</summary>
public class NoWebHooks : DispatchProxy
{
    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => new Uri("http://localhost/runtime/webhooks/none");
}
