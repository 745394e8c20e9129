using System.Text.Json.Nodes;
using Azure;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.OpenApi;
using MicroCred.App.Settings;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace MicroCred.App.Publication;

/// <summary>An entry as JSON, or as linked data where the caller prefers that.</summary>
internal sealed class GetRegisterEntry(Listings listings, Site site)
{
    [Function(nameof(GetRegisterEntry)), Public]
    [Gives(StatusCodes.Status200OK, typeof(RegisterEntryView))]
    [Gives(StatusCodes.Status200OK, typeof(JsonObject), LinkedData.MediaType)]
    [Gives(StatusCodes.Status304NotModified)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register/{number:int}")] HttpRequest request, string number, CancellationToken cancel)
    {
        request.HttpContext.Response.Headers.Vary = HeaderNames.Accept;
        if (LinkedData.IsPreferred(request, over: "application/json"))
        {
            RegisterEntry entry = await listings.Find(number.AsNumber(), cancel) ?? throw new ProblemException(Problem.NotFound);
            return Served(request, LinkedData.Document(entry, site.Entry(entry.Number)), LinkedData.MediaType);
        }

        (BinaryData Content, ETag ETag)? file = await listings.Read(number.AsNumber(), RegisterFile.Json, cancel);
        return file is { } found ? Served(request, found, RegisterFile.Json.ContentType()) : throw new ProblemException(Problem.NotFound);
    }

    public static IResult Served(
        HttpRequest request, (BinaryData Content, ETag ETag) file, string contentType, string caching = RegisterCaching.Header)
    {
        request.HttpContext.Response.Headers.CacheControl = caching;
        return Results.Bytes(file.Content.ToMemory(), contentType, entityTag: new EntityTagHeaderValue(file.ETag.ToString("H")));
    }
}
