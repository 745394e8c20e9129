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
internal sealed class EntryStatusFunction(JsonCommands commands, RegisterStore register, Listings listings, RegisterIndex index)
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
        if (
            await register.FindAsync(number.AsNumber(), cancellationToken) is not { } row
            || await listings.EntryAtAsync(row, cancellationToken) is not { } entry
        )
        {
            throw new ProblemException(Problem.NotFound);
        }

        var linkedFrom = (await index.LinkedNowAsync(entry, cancellationToken)).LinkedFrom;
        return await commands.ChangeAsync<ChangeEntryStatus.EntryStatus, ChangeEntryStatus>(
            request,
            row.Application.Value,
            (application, body) => new(application, row.Number, entry.Code, body),
            application => AnswerOf(Listings.EntryOf(application)! with { LinkedFrom = linkedFrom }),
            client,
            cancellationToken,
            application => ((Listings.EntryOf(application) ?? entry) with { LinkedFrom = linkedFrom }).Tag()
        );
    }

    private static Answer AnswerOf(RegisterEntry changed) =>
        new(StatusCodes.Status200OK, RegisterEntryView.Of(changed), ETag: changed.Tag());
}
