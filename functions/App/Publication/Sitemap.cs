using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Register;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Publication;

/// <summary>The sitemap of all entries' pages, and its parts where it has some.</summary>
[Feature(Features.Publication)]
internal sealed class Sitemap(RegisterDocuments documents, SitemapDocuments sitemaps)
{
    [Function("GetSitemap"), Public]
    [Gives(StatusCodes.Status200OK, mediaType: SitemapDocuments.MediaType)]
    [Gives(StatusCodes.Status304NotModified)]
    public async Task<IResult> AllAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sitemap.xml")] HttpRequest request,
        CancellationToken cancellationToken
    ) => GetRegisterEntry.Served(request, await documents.ReadAsync((register, _) => sitemaps.All(register), cancellationToken));

    [Function("GetSitemapPart"), Public]
    [Gives(StatusCodes.Status200OK, mediaType: SitemapDocuments.MediaType)]
    [Gives(StatusCodes.Status304NotModified)]
    public async Task<IResult> PartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sitemaps/{part:int}")] HttpRequest request,
        string part,
        CancellationToken cancellationToken
    )
    {
        var number = part.AsNumber();
        return GetRegisterEntry.Served(
            request,
            await documents.ReadAsync(
                (register, _) =>
                    number >= 1 && number <= SitemapDocuments.PartsOf(register.Entries)
                        ? sitemaps.Part(register, number)
                        : throw new ProblemException(Problem.NotFound),
                cancellationToken
            )
        );
    }
}
