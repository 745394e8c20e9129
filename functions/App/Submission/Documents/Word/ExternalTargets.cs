namespace MicroCred.App.Submission.Documents;

/// <summary>
/// Which targets outside a document are left in it. Word writes the path of the author's own template into every document made from one,
/// so such a path is everyday and leads nowhere on another machine; a template, an object or a frame on a server is an old way in.
/// </summary>
internal static class ExternalTargets
{
    public static bool IsHarmless(string kind, string target) => kind.ToUpperInvariant() switch
    {
        // Followed only when a reader clicks, and asked about first.
        "HYPERLINK" => true,
        // A linked picture shows nothing but that it was looked at; from a file server it would hand over the reader's sign-in too.
        "IMAGE" => IsWeb(target) || IsOnAuthorsDisk(target),
        _ => IsOnAuthorsDisk(target),
    };

    private static bool IsWeb(string target) =>
        Uri.TryCreate(target, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    // C:\…, file:///C:/…, file:///Users/…, file://localhost/…, or a bare name; never another host, in whichever of its many writings.
    private static bool IsOnAuthorsDisk(string target)
    {
        var path = Uri.UnescapeDataString(target).Replace('\\', '/');
        foreach (var here in (string[])["file://localhost/", "file:///", "file:"])
        {
            if (path.StartsWith(here, StringComparison.OrdinalIgnoreCase))
                return IsRelative(path[here.Length..]);
        }
        return IsRelative(path is ['/', .. var rest] ? rest : path);
    }

    private static bool IsRelative(string path)
    {
        var hasDrive = path.Length >= 2 && char.IsAsciiLetter(path[0]) && path[1] == ':';
        return !path.StartsWith('/') && !path[(hasDrive ? 2 : 0)..].Contains(':');
    }
}
