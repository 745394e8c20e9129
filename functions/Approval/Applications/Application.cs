using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>
/// An application from draft to register, as one immutable value. Each transition returns the changed application with the audit events to
/// store with it, or a refusal.
/// </summary>
public sealed partial record Application
{
    /// <summary>The application's permanent id.</summary>
    public required ApplicationId Id { get; init; }

    /// <summary>The applying provider, as the directory had it when the application was drafted.</summary>
    public required Provider Provider { get; init; }

    /// <summary>The application's status.</summary>
    public required ApplicationStatus Status { get; init; }

    /// <summary>The edition of the rules that applies, fixed at the first submission; null before.</summary>
    public string? Edition { get; init; }

    /// <summary>The content that the provider entered.</summary>
    public required ApplicationContent Content { get; init; }

    /// <summary>When the application was drafted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the application was first submitted.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>When the application was last submitted.</summary>
    public DateTimeOffset? LastSubmittedAt { get; init; }

    /// <summary>How often the application was submitted.</summary>
    public int Submissions { get; init; }

    /// <summary>When the current submission passed validation; null until then.</summary>
    public DateTimeOffset? ValidatedAt { get; init; }

    /// <summary>When the application was last returned.</summary>
    public DateTimeOffset? ReturnedAt { get; init; }

    /// <summary>When the application lapses unless it is submitted again; set only while it is returned.</summary>
    public DateTimeOffset? LapsesAt { get; init; }

    /// <summary>
    /// Whether the provider changed the application since it was returned and hasn't submitted it again; kept after it ends.
    /// </summary>
    public bool Corrected { get; init; }

    /// <summary>The documents, oldest first.</summary>
    public IReadOnlyList<Document> Documents { get; init; } = [];

    /// <summary>The number of the last document ever added; document ids aren't reused.</summary>
    public int LastDocument { get; init; }

    /// <summary>The latest validation's findings.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The numbers of the criteria that it is judged by, as its last validation found; null for all of its edition.</summary>
    public IReadOnlyList<int>? Judged { get; init; }

    /// <summary>The level of the entry that it concerned at its last validation; null for none.</summary>
    public int? LevelOfEntry { get; init; }

    /// <summary>The tasks, oldest first.</summary>
    public IReadOnlyList<EvaluationTask> Tasks { get; init; } = [];

    /// <summary>The ids of people who declared a conflict of interest; none of them is assigned a task of the application again.</summary>
    public IReadOnlyList<string> Conflicted { get; init; } = [];

    /// <summary>The ids of people who acted for the provider on the application; none of them may act on it for NZQA or TEC.</summary>
    public IReadOnlyList<string> ActedFor { get; init; } = [];

    /// <summary>The requests for information, oldest first.</summary>
    public IReadOnlyList<InformationRequest> InformationRequests { get; init; } = [];

    /// <summary>The decision; null until there is one.</summary>
    public Decision? Decision { get; init; }

    /// <summary>The funding assessment; null where funding wasn't asked for or isn't assessed yet.</summary>
    public FundingAssessment? Funding { get; init; }

    /// <summary>The register entry; null until the application is published.</summary>
    public Registration? Registration { get; init; }

    /// <summary>The latest due time of a reminder that was sent, so that none is sent twice.</summary>
    public DateTimeOffset? RemindedOf { get; init; }

    /// <summary>Why the provider withdrew the application.</summary>
    public string? WithdrawalReason { get; init; }

    /// <summary>The revision, which each change increments.</summary>
    public required int Revision { get; init; }

    /// <summary>
    /// The number of changes that the provider is told of: the revision as the provider knows it, which tells nothing of the others.
    /// </summary>
    public int ToldRevision { get; init; }

    /// <summary>
    /// The number of audit events. The last event's hash covers this state, so it can't be part of it and is stored beside it.
    /// </summary>
    public required int EventCount { get; init; }

    /// <summary>
    /// The entry that it stands for, where that was taken from an earlier register; null for what somebody applied for.
    /// </summary>
    public RegisterEntry? Imported { get; init; }

    /// <summary>
    /// Whether only the provider may see the application: it is being written, or it ended with corrections that were never submitted.
    /// </summary>
    [JsonIgnore]
    public bool IsProvidersAlone => IsEditable || Corrected;

    /// <summary>Whether the application was approved, with or without conditions.</summary>
    [JsonIgnore]
    public bool IsApproved => Decision is { Outcome: not DecisionOutcome.Decline } && Content.MicroCredential is not null;

    /// <summary>
    /// Whether a university approves it itself. To deliver what somebody else developed it needs NZQA's accreditation, as anybody does.
    /// </summary>
    [JsonIgnore]
    public bool IsUniversitysOwn => Provider.Type == ProviderType.University && Content.Type != ApplicationType.Accreditation;

    /// <summary>The number of the entry that a change or an accreditation concerns; null for any other.</summary>
    [JsonIgnore]
    public int? Concerned => Content.Type.ConcernsEntry() ? Content.RegisterNumber : null;

    /// <summary>Whether funding is asked for.</summary>
    [JsonIgnore]
    public bool AsksForFunding => Content.Funding?.Requested == true;

    /// <summary>Whether urgency is requested, with a reason.</summary>
    [JsonIgnore]
    public bool IsUrgent => Content.Urgency is { } urgency && Text.IsGiven(urgency.RequestedBy) && Text.IsGiven(urgency.Reason);

    /// <summary>Whether a person may not act on the application: they declared a conflict of interest, or acted for its provider.</summary>
    public bool Bars(string person) => Conflicted.Contains(person) || ActedFor.Contains(person);

    /// <summary>The application at its next revision, together with the events that explain the change.</summary>
    private Change Because(Actor by, DateTimeOffset at, params IReadOnlyList<ApplicationEvent> what)
    {
        var when = at.ToUniversalTime();
        var stays = Entered?.Stage == Stage;
        var isNew = by.Kind == ActorKind.Provider && !ActedFor.Contains(by.Id);
        var after = this with
        {
            Revision = Revision + 1,
            ToldRevision = ToldRevision + (what.Any(one => AuditDisclosure.IsShownToProvider(one.Name)) ? 1 : 0),
            EventCount = EventCount + what.Count,
            Entered = stays ? Entered : new(Stage, when),
            DaysInStages = stays ? DaysInStages : DaysOnLeaving(when),
            ActedFor = isNew ? [.. ActedFor, by.Id] : ActedFor,
        };
        return new(after, [.. what.Select((one, index) => new UnsealedEvent(EventCount + index + 1, when, by, one))]);
    }

    private Refusal CannotBe(string done) => Refusal.WrongState($"An application that is {Status.InWords()} can't be {done}.");
}
