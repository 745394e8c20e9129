using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace MicroCred.App.Http;

/// <summary>The parts of a multipart/form-data body, one after the other as they arrive; nothing is buffered.</summary>
internal sealed class RequestParts
{
    private const int HeaderLines = 16;
    private const int HeaderBytes = 8 * 1024;
    private const int BoundaryLength = 70;

    private readonly MultipartReader _reader;

    // Room for the headers of one part and the bytes read ahead of them.
    private readonly RecentBytes _recent = new(2 * HeaderBytes);

    /// <param name="request">The request.</param>
    /// <param name="limit">The maximum size of the whole body, in bytes.</param>
    /// <param name="tooLarge">The problem's detail where it is larger.</param>
    /// <exception cref="ProblemException">415 where it isn't multipart/form-data, 400 where it has no boundary.</exception>
    public RequestParts(HttpRequest request, long limit, string tooLarge)
    {
        if (!IsMultipart(request))
        {
            throw new ProblemException(Problem.WrongType("Send the document as multipart/form-data."));
        }

        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary).ToString();
        if (boundary.Length is 0 or > BoundaryLength)
        {
            throw Broken();
        }

        _reader = new MultipartReader(boundary, new LimitedStream(request.Body, limit, tooLarge, _recent))
        {
            HeadersCountLimit = HeaderLines,
            HeadersLengthLimit = HeaderBytes,
        };
    }

    public static bool IsMultipart(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);

    /// <summary>The parts in their order, each to be read before the next.</summary>
    /// <exception cref="ProblemException">400 where the body breaks off or is malformed.</exception>
    public async IAsyncEnumerable<RequestPart> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await NextAsync(cancellationToken) is { } part)
        {
            yield return part;
        }
    }

    /// <summary>The next part, with the rest of the one before skipped; null at the end.</summary>
    private async Task<RequestPart?> NextAsync(CancellationToken cancellationToken)
    {
        var section = await ReadingAsync(() => _reader.ReadNextSectionAsync(cancellationToken));
        if (section is null)
        {
            return null;
        }

        var disposition = Disposition.Read(section.ContentDisposition, _recent.Span) ?? throw Broken();
        return new RequestPart(disposition.Name, disposition.FileName, section.ContentType, new PartStream(section.Body));
    }

    /// <summary>Runs a read; an error that is the sender's fault becomes a problem.</summary>
    internal static async Task<T> ReadingAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception fault) when (fault is IOException and not BadHttpRequestException or InvalidDataException)
        {
            throw Broken();
        }
    }

    private static ProblemException Broken() =>
        new(
            Problem.Invalid(
                "The multipart body is broken, or breaks off. Send it again, "
                    + "with parts named in a Content-Disposition: form-data header each."
            )
        );
}
