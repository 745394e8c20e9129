using Azure;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Publication;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Pages;

/// <summary>An entry's page, as it was written when the entry was.</summary>
internal sealed class ShowRegisterEntry(Listings listings)
{
    [Function(nameof(ShowRegisterEntry)), Public]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "register/{number:int}")] HttpRequest request, string number, CancellationToken cancel)
    {
        (BinaryData Content, ETag ETag)? file = await listings.Read(number.AsNumber(), RegisterFile.Html, cancel);
        if (file is not { } found)
        {
            throw new ProblemException(Problem.NotFound with { Detail = $"There is no entry {number.AsNumber()} on the register." });
        }

        PageResult.Protect(request.HttpContext.Response);
        return GetRegisterEntry.Served(request, found, PageResult.ContentType);
    }
}
