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
/// A provider's applications: first those under way, what waits on the provider before the rest, then those that have ended.
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
                return new([.. ended.Items.Select(LineOf)], ended.Next);
            }
        );
        return await pages.ShowAsync(request, new ApplicationListModel(page.Items, page.Next, after is null));
    }

    private static List<ApplicationLine> Sorted(IEnumerable<ApplicationSummary> lines) =>
        [
            .. lines
                .Select(LineOf)
                .OrderBy(line => line.WaitsOnProvider ? 0 : 1)
                .ThenBy(line => line.Status is ApplicationStatus.Draft ? 1 : 0)
                .ThenBy(line => line.SubmittedAt)
                .ThenBy(line => line.Id.Value),
        ];

    private static ApplicationLine LineOf(ApplicationSummary line) =>
        new(line.Id, line.Title, line.Status, line.SubmittedAt, line.RegisterNumber);
}
