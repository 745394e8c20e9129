using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Notification;
using MicroCred.App.Preferences;
using MicroCred.App.Telemetry;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Pages;

/// <summary>Where and when somebody gets notices by e-mail.</summary>
[Feature(Features.Pages)]
internal sealed class EditNotifications(OwnNotificationSettings settings, FormPosts posts, CallersPages pages, CurrentUser user)
{
    [Function(nameof(EditNotifications)), AnyoneSignedIn]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "account/notifications")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var caller = user.Caller;
        List<NoticeKind> kinds = [.. NoticeKind.For(caller)];
        if (HttpMethods.IsGet(request.Method))
        {
            var now = await settings.FindAsync(caller, cancellationToken);
            return await ShowAsync(
                Form.Of([
                    ("email", now.Email ?? ""),
                    .. now.Kinds.Select(kind => (NotificationsModel.FieldOf(kind.Key), (string?)kind.Value.ToString())),
                ])
            );
        }

        FormReader reader = new(await posts.ReadAsync(request, cancellationToken));
        var given = kinds
            .Select(kind => (kind.Name, When: reader.Choice<Delivery>(NotificationsModel.FieldOf(kind.Name), kind.What)))
            .Where(kind => kind.When is not null)
            .ToDictionary(kind => kind.Name, kind => kind.When!.Value);
        if (!reader.IsGood)
        {
            return await ShowAsync(reader.Form, StatusCodes.Status422UnprocessableEntity);
        }

        var result = await settings.ChangeAsync(caller, new(reader.Text("email"), given), cancellationToken);
        return await result.Match<Task<IResult>>(
            _ => Task.FromResult<IResult>(new SeeOther(Links.Done(request.Path, "saved"))),
            refusal => ShowAsync(reader.Form.WithErrors(refusal.Findings), StatusCodes.Status422UnprocessableEntity)
        );

        Task<IResult> ShowAsync(Form form, int status = StatusCodes.Status200OK) =>
            pages.ShowAsync(request, new NotificationsModel(form, [.. kinds.Select(kind => (kind.Name, kind.What))]), status);
    }
}
