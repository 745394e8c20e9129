namespace MicroCred.Inspection.Word;

/// <summary>
/// Decides which external targets a document may have: templates, objects and frames on a server are a known way of attack.
/// </summary>
internal static class ExternalTargets
{
    /// <exception cref="HostileContentException">The target is fetched from another machine when the document is opened.</exception>
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
        // Followed only on a click, and after a warning.
        Is(kind, "hyperlink")
        || OutsideAddress.IsOnAuthorsDisk(target)
        // A linked picture reveals only that it was viewed; from a file server it would leak the reader's credentials too.
        || (Is(kind, "image") && (OutsideAddress.IsWeb(target) || OutsideAddress.LeadsNowhere(target)));

    private static bool Is(string kind, string other) => string.Equals(kind, other, StringComparison.OrdinalIgnoreCase);
}
