namespace MicroCred.Host.Identity;

/// <summary>Whether a request comes from this app's own pages, or from a program: another site must not sign a visitor in.</summary>
internal static class SameOrigin
{
    public static bool Sent(HttpRequest request)
    {
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site) && site.ToString() is not ("same-origin" or "none"))
            return false;

        return !request.Headers.TryGetValue("Origin", out var origin) || origin == $"{request.Scheme}://{request.Host}";
    }
}
