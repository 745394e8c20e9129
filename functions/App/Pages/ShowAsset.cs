using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Telemetry;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace MicroCred.App.Pages;

/// <summary>
/// The files that pages refer to. They come out of the assembly, because a function app publishes no static files of a library.
/// </summary>
[Feature(Features.Pages)]
internal sealed class ShowAsset
{
    [Function(nameof(ShowAsset)), Public]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/{name}")] HttpRequest request, string name)
    {
        var asset = Assets.Get(name) ?? throw new ProblemException(Problem.NotFound);
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Bytes(asset.Content, asset.ContentType, entityTag: new EntityTagHeaderValue(asset.ETag));
    }
}
