using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>
/// A register entry with all that it follows from: the application that listed it, then those that changed it and those that let others
/// deliver it, in the order in which they were published.
/// </summary>
/// <remarks>
/// A change makes the next version: what it says of the micro-credential replaces what was said before. Number, code, identifier, developer
/// and status stay as the listing has them. An accreditation adds a provider that may deliver it, and nothing else.
/// </remarks>
public sealed record ListedEntry(IReadOnlyList<EntryPart> Parts)
{
    /// <summary>The application of the first listing, or what stands for it.</summary>
    [JsonIgnore]
    public ApplicationId Listing => Parts[0].Application;

    /// <summary>The application that the present version follows from; null for an imported one.</summary>
    [JsonIgnore]
    public ApplicationId? Version => Latest.IsImported ? null : Latest.Application;

    /// <summary>The entry.</summary>
    [JsonIgnore]
    public RegisterEntry Entry
    {
        get
        {
            var listing = Parts[0].Says;
            return Latest.Says with
            {
                Version = listing.Version + Parts.Count(IsVersion),
                Developer = listing.Developer,
                Deliverers =
                [
                    .. listing
                        .Deliverers.Concat(
                            Parts.Where(part => part.Type == ApplicationType.Accreditation).Select(part => part.Says.Developer)
                        )
                        .DistinctBy(deliverer => deliverer.Number),
                ],
                ReviewDue = Latest.Says.ReviewDue > listing.ReviewDue ? Latest.Says.ReviewDue : listing.ReviewDue,
                Status = listing.Status,
                LastEnrolment = listing.LastEnrolment,
                LastAchievement = listing.LastAchievement,
                Ctid = listing.Ctid,
                Conditions = [.. Parts.SelectMany(part => part.Says.Conditions)],
            };
        }
    }

    private EntryPart Latest => Parts.LastOrDefault(IsVersion) ?? Parts[0];

    /// <summary>The same with what an application says now.</summary>
    public ListedEntry With(EntryPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return PartOf(part.Application) is { } earlier ? new([.. Parts.Select(one => one == earlier ? part : one)]) : new([.. Parts, part]);
    }

    /// <summary>What an application is known to say; null where it isn't one of the entry's.</summary>
    public EntryPart? PartOf(ApplicationId application) => Parts.FirstOrDefault(part => part.Application == application);

    /// <summary>What happens to an entry by what one of its applications says now.</summary>
    public static RegisterChangeKind KindOf(EntryPart? earlier, EntryPart now)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (earlier?.Says is not { } before)
        {
            return now switch
            {
                { IsImported: true } => RegisterChangeKind.Imported,
                { Type: ApplicationType.Change } => RegisterChangeKind.Changed,
                { Type: ApplicationType.Accreditation } => RegisterChangeKind.DelivererAdded,
                { Says.Status: RegisterStatus.ListedByMistake } => RegisterChangeKind.StatusChanged,
                _ => RegisterChangeKind.Published,
            };
        }

        var after = now.Says;
        return (before.Status, before.LastEnrolment, before.LastAchievement) != (after.Status, after.LastEnrolment, after.LastAchievement)
                ? RegisterChangeKind.StatusChanged
            : before.Funding != after.Funding ? RegisterChangeKind.FundingDecided
            : !before.Conditions.SequenceEqual(after.Conditions) ? RegisterChangeKind.ConditionChanged
            : before.ReviewDue != after.ReviewDue ? RegisterChangeKind.Reviewed
            : RegisterChangeKind.Corrected;
    }

    private static bool IsVersion(EntryPart part) => part.Type == ApplicationType.Change;
}
