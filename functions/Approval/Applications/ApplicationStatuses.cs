namespace MicroCred.Approval;

/// <summary>Properties of statuses.</summary>
public static class ApplicationStatuses
{
    /// <summary>Whether only the provider may see and edit an application with this status.</summary>
    public static bool IsProvidersAlone(this ApplicationStatus status) => status is ApplicationStatus.Draft or ApplicationStatus.Returned;

    /// <summary>The status as it completes "an application that is …".</summary>
    public static string InWords(this ApplicationStatus status) =>
        status switch
        {
            ApplicationStatus.Draft => "a draft",
            ApplicationStatus.InReview => "in review",
            ApplicationStatus.InformationRequested => "waiting for information",
            ApplicationStatus.Reconsidering => "being reconsidered",
            _ => status.ToString().ToLowerInvariant(),
        };
}
