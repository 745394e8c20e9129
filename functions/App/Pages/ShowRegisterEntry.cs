using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Publication;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Pages;

/// <summary>An entry's page, as it was written when the entry was. Its address is the entry's id, so it gives linked data, too.</summary>
internal sealed class ShowRegisterEntry(EntryAnswers entries)
{
    [Function(nameof(ShowRegisterEntry)), Public]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "register/{number:int}")] HttpRequest request, string number, CancellationToken cancel)
    {
        IResult answer = await entries.Of(request, number, RegisterFile.Html, cancel)
            ?? throw new ProblemException(Problem.NotFound with { Detail = $"There is no entry {number.AsNumber()} on the register." });
        PageResult.Protect(request.HttpContext.Response);
        return answer;
    }
}
