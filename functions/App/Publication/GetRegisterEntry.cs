using System.Text.Json.Nodes;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Register;
using MicroCred.App.Settings;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace MicroCred.App.Publication;

/// <summary>An entry as JSON, or as linked data where the caller prefers that.</summary>
[Feature(Features.Publication)]
internal sealed class GetRegisterEntry(Listings listings, Site site)
{
    [Function(nameof(GetRegisterEntry)), Public]
    [Gives(StatusCodes.Status200OK, typeof(RegisterEntryView))]
    [Gives(StatusCodes.Status200OK, typeof(JsonObject), LinkedData.MediaType)]
    [Gives(StatusCodes.Status304NotModified)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register/{number:int}")] HttpRequest request,
        string number,
        CancellationToken cancellationToken
    )
    {
        request.HttpContext.Response.Headers.Vary = HeaderNames.Accept;
        if (request.PrefersLinkedData(over: "application/json"))
        {
            var entry = await listings.FindAsync(number.AsNumber(), cancellationToken) ?? throw new ProblemException(Problem.NotFound);
            return Served(request, LinkedData.Document(entry, site.Entry(entry.Number)), LinkedData.MediaType);
        }

        var json = await listings.ReadAsync(number.AsNumber(), RegisterFile.Json, cancellationToken)
            ?? throw new ProblemException(Problem.NotFound);
        return Served(request, json, RegisterFile.Json.ContentType());
    }

    public static IResult Served(HttpRequest request, BinaryData content, string contentType, string caching = RegisterCaching.Header)
    {
        request.HttpContext.Response.Headers.CacheControl = caching;
        return Results.Bytes(content.ToMemory(), contentType, entityTag: new EntityTagHeaderValue(content.StrongTag().ToString("H")));
    }
}
