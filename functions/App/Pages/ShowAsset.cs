using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Telemetry;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace MicroCred.App.Pages;

/// <summary>
/// The files that pages refer to. They come out of the assembly, because a function app publishes no static files of a library. A browser
/// keeps a file for good that it asks for by the fingerprint of its content, and for an hour by an older fingerprint or none.
/// </summary>
[Feature(Features.Pages)]
internal sealed class ShowAsset(IResponseCompressionProvider compression)
{
    [Function(nameof(ShowAsset)), Public]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/{name}")] HttpRequest request, string name)
    {
        var asset = Assets.Find(name) ?? throw new ProblemException(Problem.NotFound);
        var form = asset.In(compression.GetCompressionProvider(request.HttpContext)?.EncodingName);
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = name == asset.FileName ? "public, max-age=31536000, immutable" : "public, max-age=3600";
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.ContentEncoding = form.Coding;
        return Results.Bytes(form.Content, asset.ContentType, entityTag: new EntityTagHeaderValue(form.ETag));
    }
}
