using Microsoft.AspNetCore.Http;

namespace MicroCred.Emulator.Worker;

/// <summary>What else an invocation can be asked.</summary>
public static class FunctionContextExtensions
{
    internal const string HttpContextKey = "HttpRequestContext";

    /// <summary>
    /// The HTTP request that is answered; null for other triggers, and before the place in the pipeline at which
    /// <see cref="FunctionsApplicationBuilderExtensions.ConfigureFunctionsWebApplication"/> was called.
    /// </summary>
    public static HttpContext? GetHttpContext(this FunctionContext context) =>
        context.Items.TryGetValue(HttpContextKey, out var value) ? value as HttpContext : null;

    /// <summary>What the function returned, to read or to replace.</summary>
    public static InvocationResult GetInvocationResult(this FunctionContext context)
    {
        var result = context.Features.Get<InvocationResult>();
        if (result is null)
            context.Features.Set(result = new InvocationResult());
        return result;
    }
}
