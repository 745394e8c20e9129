using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.OpenApi;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Publication;

/// <summary>What the registrar does with an entry.</summary>
internal sealed class EntryStatusFunction(JsonCommands commands, Register register, Listings listings)
{
    [Function(nameof(ChangeEntryStatus)), Allow<ChangeEntryStatus>]
    [Takes(typeof(ChangeEntryStatus.EntryStatus))]
    [HeedsIdempotencyKey]
    [Gives(StatusCodes.Status200OK, typeof(RegisterEntryView))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/register/{number:int}/status")] HttpRequest request,
        string number,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancel)
    {
        if (await register.Find(number.AsNumber(), cancel) is not { } listed || await listings.Find(listed.Number, cancel) is null)
        {
            throw new ProblemException(Problem.NotFound);
        }

        Registration? registration = listed.Entry is { } entry ? new(listed.Number, entry.Code, At: default) : null;
        return await commands.Change<ChangeEntryStatus.EntryStatus, ChangeEntryStatus>(
            request,
            listed.Application.Value,
            (application, body) => new(application, registration, body),
            application => new Answer(StatusCodes.Status200OK, RegisterEntryView.Of(Listings.EntryOf(application)!)),
            client,
            cancel);
    }
}
