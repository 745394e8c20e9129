using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Submission;
using MicroCred.App.Telemetry;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Pages.Applications;

/// <summary>What changed between two versions of an application, word by word; between the latest two where none are named.</summary>
[Feature(Features.Pages)]
internal sealed class ShowChanges(CallersApplications applications, ApplicationStore store, CallersPages pages)
{
    [Function(nameof(ShowChanges)), Allow(Role.Provider, Role.Evaluator, Role.Registrar, Role.FundingAdviser)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "applications/{id:guid}/changes")] HttpRequest request,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var application = await applications.FindAsync(ApplicationId.New(id), cancellationToken);
        var to = VersionFunctions.NumberOf(request, "to") ?? Math.Max(1, application.Versions.Count);
        var from = VersionFunctions.NumberOf(request, "from") ?? Math.Max(1, to - 1);
        var (before, after) = await VersionFunctions.TwoAsync(store, application, from, to, cancellationToken);
        return await pages.ShowAsync(
            request,
            new ChangesModel(
                application,
                application.Versions[(int)from - 1],
                application.Versions[(int)to - 1],
                ChangedAnswer.Between(before, after)
            )
        );
    }
}
