using MicroCred.Emulator.Functions;
using Microsoft.AspNetCore.Http;

namespace MicroCred.Emulator.Http;

/// <summary>Finds the function that answers, or answers in the host's own name: nothing there, no key, a body too large.</summary>
internal sealed class RoutingEdge(RequestDelegate next, RouteTable routes, DisabledFunctions disabled, FunctionKeys keys, HttpHostOptions options)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (routes.Find(context.Request.Method, context.Request.Path) is not var (route, values) || disabled.Contains(route.Function))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!keys.Open(route.Function, context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var function = new RoutedFunction(route, values);
        context.Features.Set(function);
        var body = RequestBody.Limit(context, options.BodyLimit);
        if (body?.TooLarge is not true)
            await next(context);

        if (body?.TooLarge is true)
            body.Refuse();
        else if (function.Failed)
            HostAnswer.InternalServerError(context);
    }
}
