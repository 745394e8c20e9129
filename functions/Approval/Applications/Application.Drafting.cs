using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <content>Drafting the application.</content>
public sealed partial record Application
{
    /// <summary>Whether its provider may change what is entered: a draft, or returned.</summary>
    [JsonIgnore]
    public bool IsEditable => Stage is Stage.Drafting or Stage.Correction;

    private bool IsReturned => Stage == Stage.Correction;

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
        return nothing.Because(by, at, new Drafted(provider.Name));
    }

    /// <summary>
    /// Replaces the entered content; documents stay. While an information request is open, only the fields that it names may change.
    /// </summary>
    public Outcome<Change> Replace(ApplicationContent content, Actor by, DateTimeOffset at) =>
        Stage == Stage.Information ? Correct(content, by, at)
        : IsEditable ? (this with { Content = content, Corrected = IsReturned }).Because(by, at, new Changed())
        : CannotBe("changed");
}
