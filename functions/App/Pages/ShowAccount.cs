using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Telemetry;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Pages;

/// <summary>Who somebody is here, and where their work is.</summary>
[Feature(Features.Pages)]
internal sealed class ShowAccount(CallersPages pages, SectorDirectory directory, CurrentUser user)
{
    /// <summary>Where people come to when they sign in: on to where their work is.</summary>
    [Function("Start"), AnyoneSignedIn]
    public IResult Start([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "start")] HttpRequest request) =>
        Results.Redirect(Viewers.StartOf(user.Caller));

    [Function(nameof(ShowAccount)), AnyoneSignedIn]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "account")] HttpRequest request)
    {
        var caller = user.Caller;
        return pages.ShowAsync(
            request,
            new AccountModel(
                caller.Actor.Id,
                [.. caller.Roles.Order().Select(Viewers.InWords)],
                IdentityMiddleware.Barred(caller)?.Detail
                    ?? (
                        caller.Roles.Count == 0 ? "You have no role here yet. Ask NZQA to give you one, and tell them your id below." : null
                    ),
                [.. caller.Interests.Select(provider => provider.ToString())]
            )
            {
                Evaluates = caller.Is(Role.Evaluator) && directory.Evaluators.Any(known => known.Id == caller.Actor.Id),
            }
        );
    }
}
