using System.Reflection;
using MicroCred.App.Identity;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Http;

/// <summary>
/// Reads who is signed in and lets through only whom the function allows. What isn't expressly allowed is refused.
/// </summary>
internal sealed class IdentityMiddleware(PrincipalTrust trust, SectorDirectory directory) : IFunctionsWorkerMiddleware
{
    private static readonly Dictionary<string, MethodInfo> Functions = typeof(IdentityMiddleware).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Select(method => (Method: method, Function: method.GetCustomAttribute<FunctionAttribute>()))
        .Where(found => found.Function is not null)
        .ToDictionary(found => found.Function!.Name, found => found.Method, StringComparer.OrdinalIgnoreCase);

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        HttpContext http = context.GetHttpContext()!;
        CurrentUser user = context.InstanceServices.GetRequiredService<CurrentUser>();
        if (trust.IsGiven)
        {
            SignIn(user, ClientPrincipal.Read(http.Request.Headers[ClientPrincipal.Header]));
        }

        MethodInfo function = Functions[context.FunctionDefinition.Name];
        if (function.GetCustomAttribute<PublicAttribute>() is null)
        {
            IReadOnlyList<Role> allowed = function.GetCustomAttribute<AllowAttribute>()?.Roles ?? [];
            if (!user.IsKnown)
            {
                throw new ProblemException(Problem.Unknown);
            }

            if (!user.Caller.IsAny(allowed))
            {
                throw new ProblemException(Problem.WrongRole);
            }
        }

        return next(context);
    }

    private void SignIn(CurrentUser user, ClientPrincipal? principal)
    {
        if (principal?.Id is not { } id)
        {
            return;
        }

        HashSet<Role> roles = [.. principal.AppRoles];
        Provider? provider = roles.Contains(Role.Provider)
            && ProviderNumber.TryCreate(principal.Value("provider_number") ?? "", out ProviderNumber number)
                ? directory.Provider(number)
                : null;
        if (provider is null)
        {
            // Someone whose provider isn't known acts for none.
            roles.Remove(Role.Provider);
        }

        ActorKind kind = KindOf(roles);

        // Names are shown to other people, so an id is none.
        user.SignIn(new Caller(new Actor(id, principal.Name ?? $"{kind} without a name", kind), roles, provider));
    }

    private static ActorKind KindOf(HashSet<Role> roles) =>
        roles.Contains(Role.Registrar) ? ActorKind.Registrar
        : roles.Contains(Role.Evaluator) ? ActorKind.Evaluator
        : roles.Contains(Role.FundingAdviser) ? ActorKind.FundingAdviser
        : ActorKind.Provider;
}
