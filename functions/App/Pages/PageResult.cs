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

        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        var bytes = Encoding.UTF8.GetBytes(html);
        var compression = httpContext.RequestServices.GetRequiredService<IResponseCompressionProvider>();
        if (compression.GetCompressionProvider(httpContext) is { } provider)
        {
            response.Headers.ContentEncoding = provider.EncodingName;
            using MemoryStream compressed = new();
            await using (var stream = provider.CreateStream(compressed))
            {
                await stream.WriteAsync(bytes, httpContext.RequestAborted);
            }

            bytes = compressed.ToArray();
        }

        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
