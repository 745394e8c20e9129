namespace MicroCred.Approval;

/// <summary>What can be said of a status.</summary>
public static class ApplicationStatuses
{
    /// <summary>Whether an application that stands here is its provider's to write, and nobody else's to see.</summary>
    public static bool IsProvidersAlone(this ApplicationStatus status) => status is ApplicationStatus.Draft or ApplicationStatus.Returned;

    /// <summary>As in "an application that is …".</summary>
    public static string InWords(this ApplicationStatus status) =>
        status switch
        {
            ApplicationStatus.Draft => "a draft",
            ApplicationStatus.InReview => "in review",
            ApplicationStatus.InformationRequested => "waiting for information",
            _ => status.ToString().ToLowerInvariant(),
        };
}
