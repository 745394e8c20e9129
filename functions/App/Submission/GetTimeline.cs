using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.OpenApi;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Submission;

/// <summary>What happened to an application, by whom and when, and what is waited for now.</summary>
internal sealed class GetTimeline(CallersApplications callers, ApplicationStore applications, CurrentUser user)
{
    [Function(nameof(GetTimeline)), Allow(Role.Provider, Role.Evaluator, Role.Registrar, Role.FundingAdviser)]
    [Paged(UnlessGiven = PageSize.Most)]
    [Gives(StatusCodes.Status200OK, typeof(Timeline))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/applications/{id:guid}/timeline")] HttpRequest request, Guid id, CancellationToken cancel)
    {
        Application application = await callers.Find(ApplicationId.New(id), cancel);
        ListPage<AuditEvent> page = await applications.Events(application.Id, request.Limit(PageSize.Most), request.After(), cancel).Checked();
        return Results.Ok(new Timeline(
            [.. page.Items.Select(e => new Entry(e.At, e.Actor.Name, e.Event, DetailOf(e)))], page.Next, application.WaitingFor));
    }

    /// <summary>What an evaluator finds of a criterion is between NZQA and TEC until it comes out in the decision's reasons.</summary>
    private string DetailOf(AuditEvent e) =>
        user.Caller.Provider is not null && AuditEvents.IsConfidential(e.Event) ? "For NZQA and TEC only." : e.Detail;

    /// <summary>A page of it, oldest first, and what to give as <c>after</c> to have the next; null on the last one.</summary>
    internal sealed record Timeline(IReadOnlyList<Entry> Events, string? Next, WaitingFor? WaitingFor);

    /// <summary>One thing that happened.</summary>
    internal sealed record Entry(DateTimeOffset At, string Actor, string Event, string Detail);
}
