using System.Globalization;
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
    private const int LinesOnAPage = 50;

    // How a cursor begins: with how many of those under way came before, or with the store's own cursor among those that have ended.
    private const char Underway = 'u';
    private const char Ended = 'e';

    [Function(nameof(ShowApplications)), Allow(Role.Provider)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "applications")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var provider = user.Caller.Provider!.Number;
        var after = request.After();
        List<ApplicationLine> lines = [];
        if (after is not [Ended, ..])
        {
            var underway = Sorted(await worklists.UnderwayOfAsync(provider, cancellationToken));
            var start = StartOf(after);
            lines.AddRange(underway.Skip(start).Take(LinesOnAPage));
            if (start + LinesOnAPage < underway.Count)
            {
                return await ShowAsync(string.Create(CultureInfo.InvariantCulture, $"{Underway}{start + LinesOnAPage}"));
            }
        }

        var ended = await worklists
            .EndedOfAsync(provider, LinesOnAPage, after is [Ended, .. { Length: > 0 } cursor] ? cursor : null, cancellationToken)
            .CheckedAsync();
        lines.AddRange(ended.Items.Select(LineOf));
        return await ShowAsync(ended.Next is { } next ? $"{Ended}{next}" : null);

        Task<IResult> ShowAsync(string? next) => pages.ShowAsync(request, new ApplicationListModel(lines, next, after is null));
    }

    private static int StartOf(string? after) =>
        after switch
        {
            null => 0,
            [Underway, .. var number] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var start) => start,
            _ => throw new ProblemException(Problem.NoCursor),
        };

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
