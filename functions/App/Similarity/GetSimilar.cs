using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Similarity;

/// <summary>
/// What is like an application by title, purpose and outcomes: entries of the register, and of the applications under way those that the
/// caller may read.
/// </summary>
[Feature(Features.Validation)]
internal sealed class GetSimilar(CallersApplications applications, SimilarFinder finder, CurrentUser user)
{
    [Function(nameof(GetSimilar)), Allow(Role.Provider, Role.Evaluator, Role.Registrar)]
    [Gives(StatusCodes.Status200OK, typeof(SimilarListView))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/applications/{id:guid}/similar")] HttpRequest request,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var application = await applications.FindAsync(ApplicationId.New(id), cancellationToken);
        return Results.Ok(new SimilarListView(await finder.FindAsync(application, user.Caller, cancellationToken)));
    }
}
