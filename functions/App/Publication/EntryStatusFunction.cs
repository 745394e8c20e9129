using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Register;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Publication;

/// <summary>What the registrar may do with an entry.</summary>
[Feature(Features.Publication)]
internal sealed class EntryStatusFunction(JsonCommands commands, Listings listings, RegisterIndex index)
{
    [Function(nameof(ChangeEntryStatus)), Allow<ChangeEntryStatus>]
    [Takes(typeof(ChangeEntryStatus.EntryStatus))]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status200OK, typeof(RegisterEntryView))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/register/{number:int}/status")] HttpRequest request,
        string number,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var listed = await listings.FindListedAsync(number.AsNumber(), cancellationToken) ?? throw new ProblemException(Problem.NotFound);
        var listing = await listings.TakeUpAsync(listed, cancellationToken);
        var linkedFrom = (await index.LinkedNowAsync(listed.Entry, cancellationToken)).LinkedFrom;
        return await commands.ChangeAsync<ChangeEntryStatus.EntryStatus, ChangeEntryStatus>(
            request,
            listing.Value,
            (application, body) => new(application, listed.Entry.Number, listed.Entry.Code, body),
            application => AnswerOf(EntryOf(application)),
            client,
            cancellationToken,
            application => EntryOf(application).Tag()
        );

        RegisterEntry EntryOf(Application application) =>
            (EntryPart.Of(application) is { } part ? listed.With(part) : listed).Entry with
            {
                LinkedFrom = linkedFrom,
            };
    }

    private static Answer AnswerOf(RegisterEntry changed) =>
        new(StatusCodes.Status200OK, RegisterEntryView.Of(changed), ETag: changed.Tag());
}
