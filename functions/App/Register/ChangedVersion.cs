using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>What a change would replace.</summary>
internal static class ChangedVersion
{
    /// <summary>
    /// The application of the entry's present version; null where there is none, as of an imported entry, and for anything but a change.
    /// </summary>
    public static async Task<Application?> FindChangedAsync(
        this IListings listings,
        Application change,
        CancellationToken cancellationToken
    ) =>
        change.Content is { Type: ApplicationType.Change, RegisterNumber: { } number }
            ? await listings.PresentAsync(await listings.FindListedAsync(number, cancellationToken), cancellationToken)
            : null;
}
