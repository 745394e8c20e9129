using System.Text;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Pages;

/// <summary>A page as an answer, with the headers that keep others' scripts and frames away from it.</summary>
internal sealed class PageResult(string html, int status) : IResult
{
    public const string ContentType = "text/html; charset=utf-8";

    public static PageResult Of(string html, int status = StatusCodes.Status200OK) => new(html, status);

    public static void Protect(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        response.Headers["Referrer-Policy"] = "same-origin";
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        Protect(httpContext.Response);
        return Results.Text(html, ContentType, Encoding.UTF8, status).ExecuteAsync(httpContext);
    }
}
