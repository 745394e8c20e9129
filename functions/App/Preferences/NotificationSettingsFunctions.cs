using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Preferences;

/// <summary>Where and when somebody gets notices by e-mail: their own to say.</summary>
[Feature(Features.Notification)]
internal sealed class NotificationSettingsFunctions(OwnNotificationSettings settings, CurrentUser user)
{
    [Function("GetNotificationSettings"), AnyoneSignedIn]
    [Gives(StatusCodes.Status200OK, typeof(NotificationSettingsView))]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/notification-settings")] HttpRequest request,
        CancellationToken cancellationToken
    ) => Results.Ok(await settings.FindAsync(user.Caller, cancellationToken));

    [Function("ChangeNotificationSettings"), AnyoneSignedIn]
    [Takes(typeof(NotificationSettingsChanges))]
    [Gives(StatusCodes.Status200OK, typeof(NotificationSettingsView))]
    [Refuses(StatusCodes.Status422UnprocessableEntity)]
    public async Task<IResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/notification-settings")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var changes = await request.ReadBodyAsync<NotificationSettingsChanges>(cancellationToken);
        return (await settings.ChangeAsync(user.Caller, changes, cancellationToken)).Match(
            changed => Results.Ok(changed),
            refusal => Problem.Of(refusal).ToResult()
        );
    }
}
