namespace MicroCred.Approval;

/// <summary>Statuses in words.</summary>
public static class ApplicationStatuses
{
    /// <summary>As in "an application that is …".</summary>
    public static string InWords(this ApplicationStatus status) => status switch
    {
        ApplicationStatus.Draft => "a draft",
        ApplicationStatus.InReview => "in review",
        ApplicationStatus.InformationRequested => "waiting for information",
        _ => status.ToString().ToLowerInvariant(),
    };
}
