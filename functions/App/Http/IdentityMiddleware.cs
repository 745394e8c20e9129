using System.Reflection;
using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Http;

/// <summary>
/// Identifies the signed-in person and lets through only those whom the function allows. Anything not expressly allowed is refused.
/// </summary>
internal sealed class IdentityMiddleware(PrincipalTrust trust, Callers callers, EvaluatorStore evaluators, ApplicationReader reader)
    : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext()!;
        var user = context.InstanceServices.GetRequiredService<CurrentUser>();
        var caller =
            trust.IsGiven && ClientPrincipal.Read(http.Request.Headers[ClientPrincipal.Header]) is { } principal
                ? callers.Of(principal)
                : null;
        if (caller?.Is(Role.Evaluator) == true)
        {
            var people = await evaluators.RecentAsync(context.CancellationToken);
            caller = caller with { Interests = people.InterestsOf(caller.Actor.Id) };
        }

        var barred = Barred(caller);
        if (caller is not null && barred is null)
        {
            user.SignIn(caller);
        }

        var function = FunctionMethods.Of(context);
        if (function.GetCustomAttribute<AnyoneSignedInAttribute>() is not null)
        {
            user.SignIn(caller ?? throw new ProblemException(Problem.Unknown));
        }
        else if (function.GetCustomAttribute<PublicAttribute>() is null)
        {
            var allowed = function.GetCustomAttribute<AllowAttribute>()?.Roles ?? [];
            if (barred is not null)
            {
                throw new ProblemException(barred);
            }

            if (!user.Caller.IsAny(allowed))
            {
                throw new ProblemException(await IsAnothersAsync(context, user.Caller) ? Problem.NotFound : Problem.WrongRole);
            }
        }

        await next(context);
    }

    /// <summary>
    /// Whether a provider's person asks about another provider's application: to them it doesn't exist, whatever the call.
    /// </summary>
    private async Task<bool> IsAnothersAsync(FunctionContext context, Caller caller) =>
        caller.Provider is not null
        && ApplicationIn(context) is { } id
        && await reader.FindAsync(id, caller, context.CancellationToken) is null;

    /// <summary>The application in the request's path, by its own id or a task's.</summary>
    private static ApplicationId? ApplicationIn(FunctionContext context)
    {
        var text = context.BindingContext.BindingData.GetValueOrDefault("id")?.ToString()?.Trim('"');
        return ApplicationId.TryCreate(text ?? "", out var id) ? id
            : TaskId.TryCreate(text ?? "", out var task) ? task.Application
            : null;
    }

    /// <summary>Why a caller may do nothing but what is public; null where they may do more.</summary>
    public static Problem? Barred(Caller? caller) =>
        caller is null ? Problem.Unknown
        : caller.IsOnTwoSides ? Problem.TwoSides
        : caller.LacksProvider ? Problem.NoProvider
        : null;
}
