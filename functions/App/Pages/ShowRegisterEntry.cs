using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Publication;
using MicroCred.App.Register;
using MicroCred.App.Settings;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace MicroCred.App.Pages;

/// <summary>
/// An entry's page, as it was written when the entry was; or, since the page's address is the entry's id in its linked data, that data to
/// whoever prefers it.
/// </summary>
[Feature(Features.Pages)]
internal sealed class ShowRegisterEntry(Listings listings, Site site)
{
    [Function(nameof(ShowRegisterEntry)), Public]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "register/{number:int}")] HttpRequest request,
        string number,
        CancellationToken cancellationToken
    )
    {
        request.HttpContext.Response.Headers.Vary = HeaderNames.Accept;
        if (request.PrefersLinkedData(over: "text/html"))
        {
            var entry = await listings.FindAsync(number.AsNumber(), cancellationToken) ?? throw NotThere(number);
            return GetRegisterEntry.Served(
                request,
                LinkedData.Document(entry, site.Entry(entry.Number)),
                LinkedData.MediaType,
                RegisterCaching.Own
            );
        }

        var file = await listings.ReadAsync(number.AsNumber(), RegisterFile.Html, cancellationToken) ?? throw NotThere(number);
        return PublicPage.Served(request, file);
    }

    private static ProblemException NotThere(string number) =>
        new(Problem.NotFound with { Detail = $"There is no entry {number.AsNumber()} on the register." });
}
