namespace MicroCred.Approval;

/// <content>Writing it.</content>
public sealed partial record Application
{
    private bool IsEditable => Status.IsProvidersAlone();

    private bool IsReturned => Status == ApplicationStatus.Returned;

    /// <summary>Begins an application.</summary>
    public static Change Draft(ApplicationId id, Provider provider, ApplicationContent content, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(provider);
        var nothing = new Application
        {
            Id = id,
            Provider = provider,
            Content = content,
            Status = ApplicationStatus.Draft,
            CreatedAt = at.ToUniversalTime(),
            Revision = 0,
            EventCount = 0,
        };
        return nothing.Because(by, at, AuditEvents.Drafted, $"{provider.Name} began an application.");
    }

    /// <summary>Replaces all that was entered; documents stay.</summary>
    public Outcome<Change> Replace(ApplicationContent content, Actor by, DateTimeOffset at) => IsEditable
        ? (this with { Content = content, Corrected = IsReturned }).Because(by, at, AuditEvents.Changed, "The content was replaced.")
        : CannotBe("changed");
}
