using System.Text.Json;
using Azure;
using MicroCred.App.Http;
using MicroCred.App.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MicroCred.App.Publication;

/// <summary>Answers with an entry in the form that is asked for: at its own address as a page, at the interface's as JSON, at both as linked data.</summary>
internal sealed class EntryAnswers(Listings listings, Site site)
{
    /// <param name="request">The request.</param>
    /// <param name="number">The entry's number, as the path has it.</param>
    /// <param name="file">The form for whoever doesn't prefer linked data.</param>
    /// <param name="cancel">Cancels it.</param>
    /// <returns>The answer; null where there is no such entry.</returns>
    public async Task<IResult?> Of(HttpRequest request, string number, RegisterFile file, CancellationToken cancel)
    {
        request.HttpContext.Response.Headers.Vary = HeaderNames.Accept;
        if (PrefersLinkedData(request, file))
        {
            return await listings.Find(number.AsNumber(), cancel) is { } entry
                && BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(LinkedData.Of(entry, site.Entry(entry.Number)), AppJson.Api)) is var linked
                    ? Served(request, linked, linked.StrongTag(), LinkedData.MediaType)
                    : null;
        }

        return await listings.Read(number.AsNumber(), file, cancel) is var (content, tag) ? Served(request, content, tag, file.ContentType()) : null;
    }

    /// <summary>Whether linked data is named, and not at a lower quality than the other form is. [RFC 9110, section 12.5.1]</summary>
    private static bool PrefersLinkedData(HttpRequest request, RegisterFile other)
    {
        double Quality(string mediaType) => request.GetTypedHeaders().Accept
            .Where(range => range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase))
            .Select(range => range.Quality ?? 1)
            .DefaultIfEmpty(0)
            .Max();
        double linked = Quality(LinkedData.MediaType);
        return linked > 0 && linked >= Quality(other.ContentType().Split(';')[0]);
    }

    private static IResult Served(HttpRequest request, BinaryData content, ETag tag, string contentType)
    {
        request.HttpContext.Response.Headers.CacheControl = RegisterCaching.Header;
        return Results.Bytes(content.ToMemory(), contentType, entityTag: new EntityTagHeaderValue(tag.ToString("H")));
    }
}
