using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.OpenApi;
using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Submission;

/// <summary>A provider deletes a draft, its documents included. What was ever submitted stays.</summary>
internal sealed class DeleteApplication(Acts acts, Cases cases, Worklists worklists, DocumentStore documents)
{
    [Function(nameof(DeleteApplication)), Allow(Role.Provider)]
    [HeedsIfMatch, Refuses(StatusCodes.Status409Conflict)]
    [Gives(StatusCodes.Status204NoContent)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/applications/{id:guid}")] HttpRequest request, Guid id, CancellationToken cancel)
    {
        Case found = await acts.Find(ApplicationId.New(id), cancel);
        request.DemandMatch(found.Application);
        if (found.Application.Status != ApplicationStatus.Draft)
        {
            throw new ProblemException(Problem.WrongState("Only a draft can be deleted. Withdraw an application that was submitted."));
        }

        try
        {
            await cases.Remove(found, cancel);
        }
        catch (CaseMovedException)
        {
            throw new ProblemException(Problem.Moved);
        }

        await Task.WhenAll(worklists.Forget(found.Application, cancel), documents.RemoveAll(found.Application, cancel));
        return Results.NoContent();
    }
}
