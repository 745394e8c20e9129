using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Http;

/// <summary>The outermost of the HTTP functions: whatever is thrown inside becomes problem+json, since the host answers an empty 500.</summary>
internal sealed partial class ProblemMiddleware(ILogger<ProblemMiddleware> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (ProblemException exception)
        {
            await Answer(context, exception.Problem);
        }
        catch (BadHttpRequestException exception)
        {
            await Answer(context, exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? Problem.TooLarge("The request's body is larger than this takes.")
                : Problem.Invalid("The request broke off or isn't well formed."));
        }
        catch (OperationCanceledException) when (context.GetHttpContext()!.RequestAborted.IsCancellationRequested)
        {
            LogGone(context.FunctionDefinition.Name);
        }
        catch (Exception exception)
        {
            LogFailed(exception, context.FunctionDefinition.Name);
            await Answer(context, Problem.Internal);
        }
    }

    private static async Task Answer(FunctionContext context, Problem problem)
    {
        HttpContext http = context.GetHttpContext()!;
        if (!http.Response.HasStarted)
        {
            await problem.ToResult().ExecuteAsync(http);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The caller of {Function} went away")]
    private partial void LogGone(string function);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed")]
    private partial void LogFailed(Exception exception, string function);
}
