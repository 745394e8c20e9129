namespace MicroCred.Approval;

/// <summary>What one application says of a register entry.</summary>
/// <param name="Application">The application; for an imported entry the id of what stands for it from the first act on it.</param>
/// <param name="Type">What it applied for.</param>
/// <param name="Changes">How often what it says has changed since it was published.</param>
/// <param name="Says">The entry as it would be from this application alone.</param>
public sealed record EntryPart(ApplicationId Application, ApplicationType Type, int Changes, RegisterEntry Says)
{
    /// <summary>Whether it was taken from an earlier register, where nobody applied for it here.</summary>
    public bool IsImported { get; init; }

    /// <summary>What an imported entry says before any act on it. Its identifier is the id of what will stand for it.</summary>
    public static EntryPart OfImported(RegisterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var type = entry.Deliverers.Count == 0 ? ApplicationType.ListingApproval : ApplicationType.ListingApprovalAccreditation;
        return new(ApplicationId.New(entry.Ctid), type, Changes: 0, entry) { IsImported = true };
    }

    /// <summary>What a published application, or one whose entry was listed by mistake, says; null for any other.</summary>
    public static EntryPart? Of(Application application)
    {
        ArgumentNullException.ThrowIfNull(application);
        if (application is not { Registration: { } registration, IsApproved: true })
        {
            return null;
        }

        if (application.Imported is { } imported)
        {
            return OfImported(imported) with
            {
                Changes = registration.Changes,
                Says = imported with
                {
                    Status = registration.Status,
                    LastEnrolment = registration.LastEnrolment,
                    LastAchievement = registration.LastAchievement,
                    ReviewDue = registration.ReviewDue ?? imported.ReviewDue,
                },
            };
        }

        var says = RegisterEntry.From(application, registration.Number, registration.Code);
        var type = application.Content.Type;
        return new(application.Id, type, registration.Changes, type == ApplicationType.Accreditation ? Delivering(says) : says);
    }

    /// <summary>All that an accreditation says: who delivers, and on what conditions. The entry's content stands.</summary>
    private static RegisterEntry Delivering(RegisterEntry says) =>
        says with
        {
            Purpose = "",
            Outcomes = [],
            Standards = [],
            Pathways = [],
            RecognitionOfPriorLearning = null,
            AwardRequires = null,
            AssessorRequirements = null,
            Partners = [],
        };
}
