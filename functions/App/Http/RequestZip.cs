using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MicroCred.App.Http;

/// <summary>Receives a zip: the body itself, or the part <c>file</c> of a form.</summary>
internal static class RequestZip
{
    /// <summary>Copies the zip to a stream.</summary>
    /// <param name="request">The request.</param>
    /// <param name="target">The stream to write to; empty before.</param>
    /// <param name="limit">The maximum size of the whole body, in bytes.</param>
    /// <param name="tooLarge">The problem's detail where it is larger.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="ProblemException">400 for a broken body or another part, 415 where it is neither a zip nor a form.</exception>
    public static async Task CopyZipToAsync(
        this HttpRequest request,
        Stream target,
        long limit,
        string tooLarge,
        CancellationToken cancellationToken
    )
    {
        if (RequestParts.IsMultipart(request))
        {
            await CopyPartToAsync(target, new RequestParts(request, limit, tooLarge), cancellationToken);
        }
        else if (IsZip(request))
        {
            await using PartStream body = new(new LimitedStream(request.Body, limit, tooLarge));
            await body.CopyToAsync(target, cancellationToken);
        }
        else
        {
            throw new ProblemException(
                Problem.WrongType("Send the package as application/zip, or as the part file of multipart/form-data.")
            );
        }
    }

    private static async Task CopyPartToAsync(Stream target, RequestParts parts, CancellationToken cancellationToken)
    {
        await foreach (var part in parts.ReadAllAsync(cancellationToken))
        {
            if (part.Name != "file" || target.Length > 0)
            {
                throw new ProblemException(Problem.Invalid("Send one part file, with the package, and nothing else."));
            }

            await part.Content.CopyToAsync(target, cancellationToken);
            await target.FlushAsync(cancellationToken);
        }
    }

    private static bool IsZip(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.ToString().ToUpperInvariant() is "APPLICATION/ZIP" or "APPLICATION/X-ZIP-COMPRESSED";
}
