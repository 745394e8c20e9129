using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace MicroCred.App.Http;

/// <summary>
/// Refuses changes that another site's page makes a visitor's browser send together with their sign-in, before the body is read.
/// </summary>
internal sealed class OriginMiddleware(RequestOrigin origin) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var request = context.GetHttpContext()!.Request;
        return IsSafe(request.Method) || origin.IsOurs(request) ? next(context) : throw new ProblemException(Problem.Foreign);
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
