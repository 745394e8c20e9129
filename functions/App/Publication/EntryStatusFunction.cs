using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Net.Http.Headers;

namespace MicroCred.App.Publication;

/// <summary>What the registrar does with an entry.</summary>
internal sealed class EntryStatusFunction(JsonCommands commands, Register register, Listings listings)
{
    [Function(nameof(ChangeEntryStatus)), Allow<ChangeEntryStatus>]
    [Takes(typeof(ChangeEntryStatus.EntryStatus))]
    [HeedsIdempotencyKey, Refuses(StatusCodes.Status412PreconditionFailed)]
    [Gives(StatusCodes.Status200OK, typeof(RegisterEntryView))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/register/{number:int}/status")] HttpRequest request,
        string number,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancel)
    {
        if (await register.Find(number.AsNumber(), cancel) is not { } row || await listings.Find(row.Number, cancel) is not { } entry)
        {
            throw new ProblemException(Problem.NotFound);
        }

        await DemandMatch(request, row.Number, cancel);
        return await commands.Change<ChangeEntryStatus.EntryStatus, ChangeEntryStatus>(
            request,
            row.Application.Value,
            (application, body) => new(application, row.Number, entry.Code, body),
            application => new Answer(StatusCodes.Status200OK, RegisterEntryView.Of(Listings.EntryOf(application)!)),
            client,
            cancel);
    }

    /// <summary>What <c>If-Match</c> names here is the entry as it was read, and not the application's revision.</summary>
    private async Task DemandMatch(HttpRequest request, int number, CancellationToken cancel)
    {
        IList<EntityTagHeaderValue> tags = request.GetTypedHeaders().IfMatch;
        if (tags.Count > 0 && !tags.Any(tag => tag.Tag == "*"))
        {
            string? now = (await listings.Read(number, RegisterFile.Json, cancel))?.ETag.ToString("H");
            if (tags.All(tag => tag.Tag != now))
            {
                throw new ProblemException(Problem.Moved);
            }
        }

        request.Headers.Remove(HeaderNames.IfMatch);
    }
}
