using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Settings;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.App.Validation;
using MicroCred.Approval;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Pages.Applications;

/// <summary>
/// An application: to its provider, while it is theirs to write, a list of short pages; otherwise where it is, and what happened.
/// </summary>
[Feature(Features.Pages)]
internal sealed class ShowApplication(
    CallersApplications applications,
    ApplicationStore store,
    ApplicationChecker checker,
    CallersPages pages,
    SectorDirectory directory,
    CurrentUser user,
    RuleSettings rules,
    TimeProvider time
)
{
    private const int EventsOnThePage = 100;

    [Function(nameof(ShowApplication)), Allow(Role.Provider, Role.Evaluator, Role.Registrar, Role.FundingAdviser)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "applications/{id:guid}")] HttpRequest request,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var application = await applications.FindAsync(ApplicationId.New(id), cancellationToken);
        var isOwn = user.Caller.Provider is not null;
        if (isOwn && application.IsEditable)
        {
            var found = await checker.FindAsync(application, cancellationToken);
            return await pages.ShowAsync(request, new DraftModel(application, found));
        }

        var events = await store.EventsAsync(application.Id, EventsOnThePage, after: null, cancellationToken);
        return await pages.ShowAsync(
            request,
            new ApplicationModel(
                application,
                Named(application.WaitingForAsToldTo(user.Caller)),
                [
                    .. events
                        .Items.ShownTo(application, user.Caller)
                        .Select(happened => (happened.At, happened.Actor.Name, happened.Event, happened.Detail)),
                ],
                events.Next is not null,
                isOwn
            )
            {
                ReconsiderableUntil =
                    isOwn && application.ReconsiderableUntil(rules.Evaluation) is { } until && time.GetUtcNow() <= until ? until : null,
                Oversees = user.Caller.Is(Role.Registrar),
                Downloads = user.Caller.IsAny([Role.Provider, Role.Evaluator, Role.Registrar]),
            }
        );
    }

    /// <summary>With a person's name for their id.</summary>
    private WaitingFor? Named(WaitingFor? waiting) =>
        waiting is null ? null : waiting with { Who = directory.Address(waiting.Who)?.Name ?? waiting.Who };
}
