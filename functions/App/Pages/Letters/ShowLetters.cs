using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Pages.Letters;

/// <summary>The letters that an application's provider got, each with a link to it.</summary>
[Feature(Features.Pages)]
internal sealed class ShowLetters(CallersApplications applications, ApplicationStore store, CallersPages pages)
{
    [Function(nameof(ShowLetters)), Allow(Role.Provider, Role.Evaluator, Role.Registrar)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "applications/{id:guid}/letters")] HttpRequest request,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var application = await applications.FindAsync(ApplicationId.New(id), cancellationToken);
        var letters = await store.LettersAsync(application.Id, cancellationToken);
        return await pages.ShowAsync(
            request,
            new LetterListModel(application, [.. letters.Select(letter => (letter.Number, InWords(letter.Kind), letter.At))])
        );
    }

    private static string InWords(LetterKind kind) =>
        kind switch
        {
            LetterKind.Returned => "Corrections needed",
            LetterKind.InformationRequest => "A question",
            LetterKind.Decision => "The decision",
            LetterKind.Funding => "TEC funding",
            LetterKind.Lapsed => "Lapsed",
            LetterKind.Withdrawn => "Withdrawn",
            LetterKind.Published => "On the register",
            _ => kind.ToString(),
        };
}
