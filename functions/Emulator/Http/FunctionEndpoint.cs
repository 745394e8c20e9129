using System.Diagnostics;
using MicroCred.Emulator.Functions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Emulator.Http;

/// <summary>The end of the HTTP pipeline: runs the function that the edge has found.</summary>
internal static class FunctionEndpoint
{
    public static async Task InvokeAsync(HttpContext context)
    {
        var routed = context.Features.GetRequiredFeature<RoutedFunction>();
        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new HttpMethodMetadata(routed.Route.Methods)), routed.Function.Name));
        try
        {
            var traceParent = TraceParentOf(context);
            await OnItsOwn(() => RunAsync(context, routed, traceParent));
        }
        catch (Exception)
        {
            // The pipeline has logged it.
            routed.Failed = true;
        }
    }

    // In the real worker a function is run by the host's call and not by the request, so nothing that follows the request's flow reaches it:
    // neither IHttpContextAccessor nor the server's own Activity.
    private static Task OnItsOwn(Func<Task> run)
    {
        using var _ = ExecutionContext.SuppressFlow();
        return Task.Run(run);
    }

    // The server's own span where somebody records it, which is then a child of the client's; else the client's.
    private static string? TraceParentOf(HttpContext context) =>
        Activity.Current is { Recorded: true } server ? server.Id : context.Request.Headers.TraceParent.ToString();

    private static async Task RunAsync(HttpContext context, RoutedFunction routed, string? traceParent)
    {
        await using var invocation = new Invocation(
            routed.Function, context, routed.Values, context.RequestServices, context.RequestAborted, traceParent)
        {
            InstanceServices = context.RequestServices,
        };
        context.Request.Headers["x-ms-invocation-id"] = invocation.InvocationId;
        await context.RequestServices.GetRequiredService<InvocationPipeline>().RunAsync(invocation);
    }
}
