using Azure;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.OpenApi;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
namespace MicroCred.App.Publication;

/// <summary>An entry as JSON, or as linked data where the caller prefers that.</summary>
internal sealed class GetRegisterEntry(Register register, RegisterFiles files)
{
    [Function(nameof(GetRegisterEntry)), Public]
    [Gives(StatusCodes.Status200OK, typeof(RegisterEntryView))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register/{number:int}")] HttpRequest request, string number, CancellationToken cancel)
    {
        request.HttpContext.Response.Headers.Vary = HeaderNames.Accept;
        if (request.Headers.Accept.ToString().Contains(LinkedData.MediaType, StringComparison.OrdinalIgnoreCase))
        {
            RegisterEntry entry = await register.Find(number.AsNumber(), cancel) ?? throw new ProblemException(Problem.NotFound);
            return Results.Json(LinkedData.Of(entry, $"{request.Scheme}://{request.Host}/register/{entry.Number}"), contentType: LinkedData.MediaType);
        }

        (BinaryData Content, ETag ETag)? file = await files.Read(RegisterFiles.Json(number.AsNumber()), cancel);
        return file is { } found ? Served(request, found, "application/json; charset=utf-8") : throw new ProblemException(Problem.NotFound);
    }

    public static IResult Served(HttpRequest request, (BinaryData Content, ETag ETag) file, string contentType)
    {
        request.HttpContext.Response.Headers.CacheControl = RegisterCaching.Header;
        return Results.Bytes(file.Content.ToMemory(), contentType, entityTag: new EntityTagHeaderValue(file.ETag.ToString("H")));
    }
}
