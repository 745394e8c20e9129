using MicroCred.Emulator.Functions;
using MicroCred.Emulator.Worker;
using Microsoft.AspNetCore.Http;

namespace MicroCred.Emulator.Http;

/// <summary>
/// The place in the pipeline at which an HTTP invocation gets its <see cref="HttpContext"/> and from which what comes back is written as
/// the answer. A function that returns no <see cref="IResult"/> answers with what it wrote itself, if only an empty 200.
/// </summary>
internal static class HttpResultMiddleware
{
    public static FunctionExecutionDelegate Around(FunctionExecutionDelegate next) => async context =>
    {
        if (context is Invocation { TriggerValue: HttpContext http })
        {
            context.Items.Add(FunctionContextExtensions.HttpContextKey, http);
            await next(context);
            if (context.GetInvocationResult().Value is IResult result)
                await result.ExecuteAsync(http);
        }
        else
        {
            await next(context);
        }
    };
}
