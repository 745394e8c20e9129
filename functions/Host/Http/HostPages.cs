namespace MicroCred.Host.Http;

/// <summary>The host's own paths: the admin API, closed because there is no key for it, and the home page.</summary>
internal sealed class HostPages(RequestDelegate next, IConfiguration settings)
{
    private const string Page = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Functions app</title><h1>The functions app is running</h1></html>";

    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments("/admin/host") || path.StartsWithSegments("/runtime/webhooks"))
            return (path == "/admin/host/ping" ? Results.Ok() : Results.Unauthorized()).ExecuteAsync(context);
        if (path != "/" || RouteTable.FunctionOf(context) is not null)
            return next(context);
        return (settings.GetValue<bool>("AzureWebJobsDisableHomepage") ? Results.NoContent() : Results.Text(Page, "text/html")).ExecuteAsync(context);
    }
}
