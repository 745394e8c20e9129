using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Submission;

/// <summary>Reads an application.</summary>
[Feature(Features.Submission)]
internal sealed class GetApplication(CallersApplications applications, CurrentUser user)
{
    [Function(nameof(GetApplication)), Allow(Role.Provider, Role.Evaluator, Role.Registrar, Role.FundingAdviser)]
    [Gives(StatusCodes.Status200OK, typeof(ApplicationView))]
    [Gives(StatusCodes.Status304NotModified)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/applications/{id:guid}")] HttpRequest request,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var application = await applications.FindAsync(ApplicationId.New(id), cancellationToken);
        var tag = user.Caller.SeesIds ? application.Tag() : application.ToldTag();
        return request.Headers.IfNoneMatch.ToString() == tag
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : new Answer(StatusCodes.Status200OK, ApplicationView.Of(application, user.Caller.SeesIds), ETag: tag).ToResult();
    }
}
