using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.OpenApi;
using MicroCred.App.Operation;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Publication;

/// <summary>What the registrar does with an entry.</summary>
[Feature(Features.Publication)]
internal sealed class EntryStatusFunction(JsonCommands commands, Register register, Listings listings)
{
    [Function(nameof(ChangeEntryStatus)), Allow<ChangeEntryStatus>]
    [Takes(typeof(ChangeEntryStatus.EntryStatus))]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status200OK, typeof(RegisterEntryView))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/register/{number:int}/status")] HttpRequest request,
        string number,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancel)
    {
        if (await register.Find(number.AsNumber(), cancel) is not { } row || await listings.EntryAt(row, cancel) is not { } entry)
        {
            throw new ProblemException(Problem.NotFound);
        }

        return await commands.Change<ChangeEntryStatus.EntryStatus, ChangeEntryStatus>(
            request,
            row.Application.Value,
            (application, body) => new(application, row.Number, entry.Code, body),
            application => AnswerOf(Listings.EntryOf(application)!),
            client,
            cancel,
            application => (Listings.EntryOf(application) ?? entry).Tag());
    }

    private static Answer AnswerOf(RegisterEntry changed) => new(StatusCodes.Status200OK, RegisterEntryView.Of(changed), ETag: changed.Tag());
}
