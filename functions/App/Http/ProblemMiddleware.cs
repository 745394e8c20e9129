using MicroCred.App.Commands;
using MicroCred.App.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Http;

/// <summary>
/// The outermost middleware of HTTP functions: turns every exception into problem+json, since the host would answer with an empty 500.
/// </summary>
internal sealed partial class ProblemMiddleware(ILogger<ProblemMiddleware> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception)
        {
            await AnswerAsync(context, Bare(exception));
        }
    }

    /// <summary>The worker calls functions of internal classes by reflection, and wraps the exceptions that they throw.</summary>
    private static Exception Bare(Exception thrown) => thrown is AggregateException { InnerExceptions: [var only] } ? only : thrown;

    private async Task AnswerAsync(FunctionContext context, Exception exception)
    {
        switch (exception)
        {
            case ProblemException known:
                await AnswerAsync(context, known.Problem);
                break;
            case RefusedException refused:
                await AnswerAsync(context, Problem.Of(refused.Refusal));
                break;
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                await AnswerAsync(context, Problem.TooLarge("The request's body is larger than this takes."));
                break;
            case BadHttpRequestException:
                await AnswerAsync(context, Problem.Invalid("The request broke off or isn't well formed."));
                break;
            case OperationCanceledException when context.GetHttpContext()!.RequestAborted.IsCancellationRequested:
                LogGone(context.FunctionDefinition.Name);
                break;
            case var _ when StorageOutage.IsBehind(exception):
                LogAway(exception, context.FunctionDefinition.Name);
                await AnswerAsync(context, Problem.Away);
                break;
            default:
                LogFailed(exception, context.FunctionDefinition.Name);
                await AnswerAsync(context, Problem.Internal);
                break;
        }
    }

    private async Task AnswerAsync(FunctionContext context, Problem problem)
    {
        var http = context.GetHttpContext()!;
        if (!http.Response.HasStarted)
        {
            var result = RequestOrigin.IsPage(http.Request) ? await PageOfAsync(context, http, problem) : problem.ToResult();
            await result.ExecuteAsync(http);
        }
    }

    /// <summary>The problem as a page; without one where the page itself can't be made.</summary>
    private async Task<IResult> PageOfAsync(FunctionContext context, HttpContext http, Problem problem)
    {
        try
        {
            return await context.InstanceServices.GetRequiredService<IProblemPages>().OfAsync(http.Request, problem);
        }
        catch (Exception failure)
        {
            LogFailed(failure, context.FunctionDefinition.Name);
            return problem.ToResult();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The caller of {Function} disconnected")]
    private partial void LogGone(string function);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} couldn't reach storage or the host")]
    private partial void LogAway(Exception exception, string function);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed")]
    private partial void LogFailed(Exception exception, string function);
}
