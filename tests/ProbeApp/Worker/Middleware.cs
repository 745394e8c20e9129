using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.ProbeApp.Worker;

/// <summary>Runs before the HTTP context is available.</summary>
internal sealed class NotesWhetherThereIsARequest : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        context.Items["before"] = context.GetHttpContext() is not null;
        return next(context);
    }
}

/// <summary>Adds data in every place where a function can find it, and answers an exception where the client asks for that.</summary>
internal sealed class Outer : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext()!;
        context.Items["order"] = "outer";
        context.Features.Set("feature");
        http.Items["http"] = "item";
        http.User = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Role, "Evaluator")], "test"));
        context.InstanceServices.GetRequiredService<Visit>().Number = 7;
        http.Response.OnStarting(() =>
        {
            http.Response.Headers["X-Starting"] = "yes";
            return Task.CompletedTask;
        });
        try
        {
            await next(context);
        }
        catch (Exception failure) when (http.Request.Query.ContainsKey("answered"))
        {
            context.GetInvocationResult().Value = Results.Text($"{failure.GetType().Name} {failure.Message}");
        }
    }
}

/// <summary>Answers instead of the function, in every possible way, where the client asks for that.</summary>
internal sealed class Inner : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext()!;
        context.Items["order"] += " inner";
        switch (http.Request.Query["stop"].ToString())
        {
            case "result":
                await Results.Problem(statusCode: 401).ExecuteAsync(http);
                return;
            case "written":
                http.Response.StatusCode = 401;
                await http.Response.WriteAsJsonAsync(new { }, options: null, "application/problem+json");
                return;
            case "set":
                context.GetInvocationResult().Value = Results.Problem(statusCode: 401);
                return;
            case "silently":
                return;
        }

        await next(context);
        if (http.Request.Query.ContainsKey("replace"))
        {
            context.GetInvocationResult().Value = Results.Text("replaced");
        }
    }
}

/// <summary>Notes each turn of selected orchestrators.</summary>
internal sealed class CountsTurns(Journal journal) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        journal.Write($"turn of {context.FunctionDefinition.Name}");
        return next(context);
    }
}
