using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace MicroCred.App.Http;

/// <summary>
/// Sets the headers of every answer, whoever made it: no caching unless the function allows it, no content sniffing, and HTTPS only from
/// then on.
/// </summary>
internal sealed class HeadersMiddleware : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var response = context.GetHttpContext()!.Response;
        response.OnStarting(() =>
        {
            var headers = response.Headers;
            if (headers.CacheControl.Count == 0 || response.StatusCode >= StatusCodes.Status400BadRequest)
            {
                headers.CacheControl = "no-store";
            }

            headers.XContentTypeOptions = "nosniff";
            headers.StrictTransportSecurity = "max-age=31536000";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
