using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Pages.Letters;

/// <summary>The letters that an application's provider got, exactly as they were written.</summary>
[Feature(Features.Notification)]
internal sealed class LetterFunctions(CallersApplications applications, ApplicationStore store)
{
    [Function("ListLetters"), Allow(Role.Provider, Role.Evaluator, Role.Registrar)]
    [Gives(StatusCodes.Status200OK, typeof(LettersView))]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/applications/{id:guid}/letters")] HttpRequest request,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var application = await applications.FindAsync(ApplicationId.New(id), cancellationToken);
        return Results.Ok(LettersView.Of(await store.LettersAsync(application.Id, cancellationToken)));
    }

    [Function("GetLetter"), Allow(Role.Provider, Role.Evaluator, Role.Registrar)]
    [Gives(StatusCodes.Status200OK, mediaType: "text/html")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/applications/{id:guid}/letters/{number:int}")] HttpRequest request,
        Guid id,
        string number,
        CancellationToken cancellationToken
    )
    {
        var application = await applications.FindAsync(ApplicationId.New(id), cancellationToken);
        var html = await store.LetterAsync(application.Id, number.AsNumber(), cancellationToken)
            ?? throw new ProblemException(Problem.NotFound with { Detail = $"There is no letter {number} about this application." });
        return new LetterResult(html);
    }
}
