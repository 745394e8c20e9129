using System.Text.Json.Nodes;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Register;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace MicroCred.App.Publication;

/// <summary>An entry as JSON, or as linked data where the caller prefers that.</summary>
[Feature(Features.Publication)]
internal sealed class GetRegisterEntry(Listings listings)
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
        var file = request.PrefersLinkedData(over: "application/json") ? RegisterFile.JsonLd : RegisterFile.Json;
        var content = await listings.ReadAsync(number.AsNumber(), file, cancellationToken) ?? throw new ProblemException(Problem.NotFound);
        return Served(request, content, file.ContentType());
    }

    /// <summary>A file with its tag, or 304 where the reader has it.</summary>
    public static IResult Served(HttpRequest request, BinaryData content, string contentType, string caching = RegisterCaching.Header)
    {
        request.HttpContext.Response.Headers.CacheControl = caching;
        return Results.Bytes(content.ToMemory(), contentType, entityTag: new EntityTagHeaderValue(content.StrongTag().ToString("H")));
    }

    /// <summary>The same for a document that is made of all entries.</summary>
    public static IResult Served(HttpRequest request, ReadDocument document)
    {
        request.HttpContext.Response.Headers.CacheControl = RegisterCaching.Header;
        var (type, tag) = (document.Document.ContentType, new EntityTagHeaderValue(document.Tag.ToString("H")));
        return document.Content is { } content
            ? Results.Bytes(content.ToMemory(), type, entityTag: tag)
            : Results.Stream(body => document.WriteAsync!(body, request.HttpContext.RequestAborted), type, entityTag: tag);
    }
}
