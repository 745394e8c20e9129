using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace MicroCred.App.Pages;

/// <summary>
/// A page as an answer, with the headers that keep others' scripts and frames away from it, compressed as the browser takes it.
/// </summary>
internal sealed class PageResult(string html, int status) : IResult
{
    /// <summary>The header that Azure Front Door adds to what it passes on.</summary>
    private const string ThroughFrontDoor = "X-Azure-FDID";

    public const string ContentType = "text/html; charset=utf-8";

    /// <summary>Whether it is for one person, and no cache may keep it.</summary>
    public bool IsPrivate { get; init; }

    public static PageResult Of(string html, int status = StatusCodes.Status200OK) => new(html, status);

    public static void Protect(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'";
        response.Headers["Referrer-Policy"] = "same-origin";
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        Protect(response);
        response.StatusCode = status;
        response.ContentType = ContentType;
        if (IsPrivate)
        {
            response.Headers.CacheControl = "private, no-store";
        }

        var bytes = Compressed(httpContext, Encoding.UTF8.GetBytes(html));
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    /// <summary>
    /// A page's bytes in the coding that the browser takes, which the headers then tell. Front Door keeps one form for everybody, and
    /// compresses itself, so it gets them as they are.
    /// </summary>
    public static byte[] Compressed(HttpContext context, byte[] page)
    {
        var headers = context.Response.Headers;
        headers.Vary = headers.Vary.Count == 0 ? HeaderNames.AcceptEncoding : $"{headers.Vary}, {HeaderNames.AcceptEncoding}";
        var compression = context.RequestServices.GetRequiredService<IResponseCompressionProvider>();
        var isForTheEdge = context.Request.Headers.ContainsKey(ThroughFrontDoor);
        if (isForTheEdge || compression.GetCompressionProvider(context) is not { } provider)
        {
            return page;
        }

        headers.ContentEncoding = provider.EncodingName;
        using MemoryStream compressed = new();
        using (var stream = provider.CreateStream(compressed))
        {
            stream.Write(page);
        }

        return compressed.ToArray();
    }
}
