using System.Globalization;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Submission;

/// <summary>What happened to an application, by whom and when, and what it waits for now.</summary>
[Feature(Features.Submission)]
internal sealed class GetTimeline(CallersApplications callers, ApplicationStore applications, CurrentUser user)
{
    [Function(nameof(GetTimeline)), Allow(Role.Provider, Role.Evaluator, Role.Registrar, Role.FundingAdviser)]
    [Paged(UnlessGiven = PageSize.Most)]
    [Gives(StatusCodes.Status200OK, typeof(Timeline))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/applications/{id:guid}/timeline")] HttpRequest request,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var application = await callers.FindAsync(ApplicationId.New(id), cancellationToken);
        var limit = request.Limit(PageSize.Most);
        List<AuditEvent> shown = [];
        string? next = null;
        do
        {
            var page = await applications.EventsAsync(application.Id, PageSize.Most, next, cancellationToken);
            shown.AddRange(page.Items.ShownTo(application, user.Caller));
            next = page.Next;
        } while (next is not null);

        return Results.Ok(Timeline.Of(application, PageOf(shown, limit, request.After()), user.Caller));
    }

    /// <summary>A page of what is shown. Its cursor counts that alone, so that it doesn't tell how much is not.</summary>
    /// <exception cref="ProblemException">400 where it isn't a cursor of such a list.</exception>
    private static ListPage<AuditEvent> PageOf(List<AuditEvent> shown, int limit, string? after)
    {
        try
        {
            var (_, place) = Cursor.Read(after, ranges: 1);
            var start = place is null ? 0 : int.Parse(place, NumberStyles.None, CultureInfo.InvariantCulture);
            List<AuditEvent> page = [.. shown.Skip(start).Take(limit)];
            return new(
                page,
                start < shown.Count - page.Count ? Cursor.Write(0, (start + page.Count).ToString(CultureInfo.InvariantCulture)) : null
            );
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            throw new ProblemException(Problem.NoCursor);
        }
    }

    /// <summary>A page of it, oldest first, and the value of <c>after</c> for the next page; null on the last one.</summary>
    internal sealed record Timeline(IReadOnlyList<Entry> Events, string? Next, WaitingFor? WaitingFor)
    {
        public static Timeline Of(Application application, ListPage<AuditEvent> page, Caller caller) =>
            new(
                [.. page.Items.Select(e => new Entry(e.At, e.Actor.Name, e.Event, e.Detail))],
                page.Next,
                application.WaitingForAsToldTo(caller)
            );
    }

    /// <summary>One event.</summary>
    internal sealed record Entry(DateTimeOffset At, string Actor, string Event, string Detail);
}
