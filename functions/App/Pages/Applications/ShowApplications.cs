using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Pages.Applications;

/// <summary>
/// A provider's applications: first those under way, what waits on the provider before the rest, each by what happens next and by when;
/// then those that have ended.
/// </summary>
[Feature(Features.Pages)]
internal sealed class ShowApplications(Worklists worklists, CallersPages pages, CurrentUser user)
{
    [Function(nameof(ShowApplications)), Allow(Role.Provider)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "applications")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var provider = user.Caller.Provider!.Number;
        var after = request.After();
        var page = await UnderwayThenEnded.ReadAsync<ApplicationLine>(
            after,
            async () => Sorted(await worklists.UnderwayOfAsync(provider, cancellationToken)),
            async cursor =>
            {
                var ended = await worklists.EndedOfAsync(provider, UnderwayThenEnded.LinesOnAPage, cursor, cancellationToken);
                return new([.. ended.Items.Select(line => LineOf(line, due: null))], ended.Next);
            }
        );
        return await pages.ShowAsync(request, new ApplicationListModel(page.Items, page.Next, after is null));
    }

    private static List<ApplicationLine> Sorted(IEnumerable<(ApplicationSummary Line, DateTimeOffset? Due)> underway) =>
        [
            .. underway
                .Select(one => LineOf(one.Line, one.Due))
                .OrderBy(PlaceOf)
                .ThenBy(line => line.Due ?? DateTimeOffset.MaxValue)
                .ThenBy(line => line.SubmittedAt)
                .ThenBy(line => line.Id.Value),
        ];

    /// <summary>The provider's own turn comes first, with a deadline before without one; then the others as the process has them.</summary>
    private static int PlaceOf(ApplicationLine line) =>
        line.Status is ApplicationStatus.Draft ? 1
        : line.WaitsOnProvider ? 0
        : 2 + (int)line.Status;

    private static ApplicationLine LineOf(ApplicationSummary line, DateTimeOffset? due) =>
        new(line.Id, line.Title, line.Status, line.SubmittedAt, line.RegisterNumber, due);
}
