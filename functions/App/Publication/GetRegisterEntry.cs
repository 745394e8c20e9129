using System.Text.Json.Nodes;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Publication;

/// <summary>An entry as JSON, or as linked data where the caller prefers that.</summary>
internal sealed class GetRegisterEntry(EntryAnswers entries)
{
    [Function(nameof(GetRegisterEntry)), Public]
    [Gives(StatusCodes.Status200OK, typeof(RegisterEntryView))]
    [Gives(StatusCodes.Status200OK, typeof(JsonObject), LinkedData.MediaType)]
    [Gives(StatusCodes.Status304NotModified)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register/{number:int}")] HttpRequest request, string number, CancellationToken cancel) =>
        await entries.Of(request, number, RegisterFile.Json, cancel) ?? throw new ProblemException(Problem.NotFound);
}
