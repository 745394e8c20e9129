using MicroCred.App.Publication;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Pages;

/// <summary>A page that is the same for everybody, and that caches may keep.</summary>
internal static class PublicPage
{
    /// <summary>The page as an answer, with a tag by which a cache asks whether it has changed.</summary>
    public static IResult Served(HttpRequest request, BinaryData html)
    {
        PageResult.Protect(request.HttpContext.Response);

        // Compressed before its tag is made, so that each coding has a strong one of its own.
        var sent = BinaryData.FromBytes(PageResult.Compressed(request.HttpContext, html.ToArray()));
        return GetRegisterEntry.Served(request, sent, PageResult.ContentType);
    }
}
