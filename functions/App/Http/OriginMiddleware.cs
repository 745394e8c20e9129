using MicroCred.App.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace MicroCred.App.Http;

/// <summary>
/// Refuses a change that another site's page has a browser send, where the sign-in of whoever sits before it goes along. Browsers say in
/// <c>Sec-Fetch-Site</c> and <c>Origin</c> where a request comes from, and no page can make them say otherwise; programs send neither,
/// and pass. It is told before the body is read. [Fetch Metadata Request Headers, W3C; RFC 6454, section 7]
/// </summary>
internal sealed class OriginMiddleware(Site site) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var request = context.GetHttpContext()!.Request;
        return IsSafe(request.Method) || IsOurs(request) ? next(context) : throw new ProblemException(Problem.Foreign);
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private bool IsOurs(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && request.Headers.Origin.ToString() is var origin
        && (origin.Length == 0 || IsOurs(origin, request));

    /// <summary>Before Front Door the site has another name than the one that the app is asked by, so that both are its own.</summary>
    private bool IsOurs(string origin, HttpRequest request) =>
        string.Equals(origin, site.Origin, StringComparison.OrdinalIgnoreCase)
        || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
