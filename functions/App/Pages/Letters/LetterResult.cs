using System.Text;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Pages.Letters;

/// <summary>A letter's page as an answer: exactly the bytes that its hash is of, so never compressed.</summary>
internal sealed class LetterResult(string html) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        PageResult.Protect(response);
        response.ContentType = PageResult.ContentType;
        response.Headers.CacheControl = "private, no-store";
        var bytes = Encoding.UTF8.GetBytes(html);
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
