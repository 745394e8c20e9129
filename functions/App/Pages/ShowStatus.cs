using MicroCred.App.Identity;
using MicroCred.App.Operation;
using MicroCred.App.Telemetry;
using MicroCred.Portal;
using MicroCred.Portal.Status;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Pages;

/// <summary>Whether the service is up, in words, as <see cref="GetHealth"/> tells programs.</summary>
[Feature(Features.Pages)]
internal sealed class ShowStatus(HealthChecks checks, PrincipalTrust trust, MicroCred.Portal.Pages pages)
{
    [Function(nameof(ShowStatus)), Public]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "status")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var health = Health.Of(await checks.RecentAsync(cancellationToken), trust.Doubt);
        StatusModel model = new(HasStorage: health.Storage == StorageHealth.Up, HasSignIn: health.SignIn is null);
        return PageResult.Of(await pages.RenderAsync(model, new Frame(Viewer: null, request.Path)), health.StatusCode);
    }
}
