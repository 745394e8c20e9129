using MicroCred.App.Identity;
using MicroCred.App.Publication;
using MicroCred.App.Register;
using MicroCred.App.Telemetry;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Pages;

/// <summary>The register as a page to read and search.</summary>
[Feature(Features.Pages)]
internal sealed class ShowRegister(SearchIndex search, MicroCred.Portal.Pages pages)
{
    [Function(nameof(ShowRegister)), Public]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "register")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var query = SearchRegister.QueryOf(request);
        var found = await search.FindAsync(query, cancellationToken);
        return PublicPage.Served(request, BinaryData.FromString(await pages.RegisterAsync(new RegisterListing(query, found))));
    }
}
