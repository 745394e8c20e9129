namespace MicroCred.Inspection.Word;

/// <summary>
/// Which targets outside a document are left in it: a template, an object or a frame on a server is an old way in.
/// </summary>
internal static class ExternalTargets
{
    /// <exception cref="HostileContentException">It is fetched from another machine as soon as the document is opened.</exception>
    public static void RefuseFetched(string kind, string target)
    {
        if (IsHarmless(kind, target))
        {
            return;
        }

        var address = OutsideAddress.Shown(target);
        throw new HostileContentException(
            Is(kind, "attachedTemplate")
                ? $"takes its template from elsewhere, {address}, whenever it is opened: attach the template Normal in its place"
                : $"fetches something from elsewhere when it is opened: {address}"
        );
    }

    private static bool IsHarmless(string kind, string target) =>
        // Followed only when a reader clicks, and asked about first.
        Is(kind, "hyperlink")
        || OutsideAddress.IsOnAuthorsDisk(target)
        // A linked picture shows nothing but that it was looked at; from a file server it would hand over the reader's sign-in too.
        || (Is(kind, "image") && (OutsideAddress.IsWeb(target) || OutsideAddress.LeadsNowhere(target)));

    private static bool Is(string kind, string other) => string.Equals(kind, other, StringComparison.OrdinalIgnoreCase);
}
