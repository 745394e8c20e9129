namespace MicroCred.Host.Http;

/// <summary>The host's own paths: its interface for administration, shut as far as it isn't there, and the page at the top that tells that it runs.</summary>
internal sealed class HostPages(RequestDelegate next, RouteTable routes, FunctionKeys keys, IConfiguration settings)
{
    private const string Page =
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Functions app</title>" +
        "<h1>The functions app is running</h1><p><a href=\"/.auth/login/local\">Sign in</a></p></html>";

    public Task InvokeAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (request.Path == "/admin/host/ping")
            return Task.CompletedTask;

        if (request.Path.StartsWithSegments("/admin/host") || request.Path.StartsWithSegments("/runtime/webhooks"))
        {
            response.StatusCode = keys.IsMaster(request) ? StatusCodes.Status404NotFound : StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        if (request.Path != "/" || routes.Find(request.Method, request.Path) is not null)
            return next(context);

        if (settings.GetValue<bool>("AzureWebJobsDisableHomepage"))
        {
            response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        response.ContentType = "text/html";
        return response.WriteAsync(Page);
    }
}
