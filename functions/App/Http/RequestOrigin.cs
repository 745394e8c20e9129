using MicroCred.App.Settings;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Http;

/// <summary>
/// Where a request comes from. Browsers say so in <c>Sec-Fetch-Site</c> and <c>Origin</c>, and no page can make them say otherwise;
/// programs send neither. [Fetch Metadata Request Headers, W3C; RFC 6454, section 7]
/// </summary>
internal sealed class RequestOrigin(Site site)
{
    /// <summary>Whether the request is for a page, and not for the API or the keys.</summary>
    public static bool IsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/.well-known");

    /// <summary>
    /// Whether nothing says that another site's page sent it. A form of ours is sent by a browser, which says that it comes from here.
    /// </summary>
    public bool IsOurs(HttpRequest request)
    {
        var fetched = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return IsPage(request)
            ? fetched is "" or "same-origin" && (origin.Length > 0 ? IsOurs(origin, request) : fetched.Length > 0)
            : fetched is "" or "same-origin" or "none" && (origin.Length == 0 || IsOurs(origin, request));
    }

    /// <summary>Before Front Door the site has another name than the one that the app is asked by, so that both are its own.</summary>
    private bool IsOurs(string origin, HttpRequest request) =>
        string.Equals(origin, site.Origin, StringComparison.OrdinalIgnoreCase)
        || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
