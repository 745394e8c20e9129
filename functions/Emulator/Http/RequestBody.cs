using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MicroCred.Emulator.Http;

/// <summary>
/// Counts a request's body against two limits: the worker's, which the app sets and reads as a <see cref="BadHttpRequestException"/> of
/// status 413, and the host's, past which the client gets an empty 500 whatever the app makes of it. The server's own limit is lifted, so
/// that what the app leaves unread is taken from the client all the same and the answer reaches it.
/// </summary>
internal sealed class RequestBody : IHttpMaxRequestBodySizeFeature
{
    private readonly HttpContext _context;
    private readonly long _hostLimit;
    private readonly IHttpResponseBodyFeature _answer;

    private RequestBody(HttpContext context, long hostLimit)
    {
        _context = context;
        _answer = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var server = context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>();
        _hostLimit = hostLimit;
        MaxRequestBodySize = server.MaxRequestBodySize;
        TooLarge = context.Request.ContentLength > hostLimit;

        server.MaxRequestBodySize = null;
        context.Features.Set<IHttpMaxRequestBodySizeFeature>(this);
        context.Request.Body = new CountedStream(context.Request.Body, context.Request.ContentLength, Allow);
    }

    /// <summary>Whether the host's limit is passed.</summary>
    public bool TooLarge { get; private set; }

    public bool IsReadOnly { get; private set; }

    public long? MaxRequestBodySize
    {
        get;
        set => field = IsReadOnly ? throw new InvalidOperationException("The limit can't change once the body is being read.") : value;
    }

    /// <summary>Puts the limits on; null when the request can't have a body.</summary>
    public static RequestBody? Limit(HttpContext context, long hostLimit) =>
        context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody is true ? new RequestBody(context, hostLimit) : null;

    /// <summary>Answers in the host's name that the body was too large.</summary>
    public void Refuse()
    {
        _context.Features.Set(_answer);
        HostAnswer.InternalServerError(_context);
    }

    private void Allow(long bytes)
    {
        IsReadOnly = true;
        if (bytes > MaxRequestBodySize)
        {
            throw new BadHttpRequestException(
                $"Request body too large. The max request body size is {MaxRequestBodySize} bytes.", StatusCodes.Status413PayloadTooLarge);
        }

        if (bytes <= _hostLimit)
            return;

        // From here on the app talks to nobody.
        TooLarge = true;
        _context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        throw new IOException($"The host takes no more than {_hostLimit} bytes: set FUNCTIONS_REQUEST_BODY_SIZE_LIMIT.");
    }
}
