using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.ProbeApp.Http;

/// <summary>Functions that answer with the request as they received it.</summary>
internal static class Requests
{
    // Each value is listed separately, so that a header sent twice shows twice.
    [Function("TellHeaders")]
    public static IResult TellHeaders([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "requests/headers")] HttpRequest request) =>
        Results.Ok(request.Headers.ToDictionary(header => header.Key, header => string.Join('|', header.Value.ToArray())));

    [Function("TellAddress")]
    public static IResult TellAddress([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "requests/address")] HttpRequest request) =>
        Results.Text($"{request.Scheme}://{request.Host} from {request.HttpContext.Connection.RemoteIpAddress}");

    [Function("TellTrace")]
    public static IResult TellTrace(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "requests/trace")] HttpRequest request,
        FunctionContext context
    ) => Results.Text(context.TraceContext.TraceParent);
}
