using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>
/// An application from its draft to the register, as one value. It changes only by its transitions, each of which gives the
/// application as it is then together with the audit events to keep with it, or says why not.
/// </summary>
public sealed partial record Application
{
    /// <summary>Its name for its whole life.</summary>
    public required ApplicationId Id { get; init; }

    /// <summary>Who applies, as the directory had them at the draft.</summary>
    public required Provider Provider { get; init; }

    /// <summary>Where it is.</summary>
    public required ApplicationStatus Status { get; init; }

    /// <summary>The edition of the rules that judges it, fixed at the first submission; null before.</summary>
    public string? Edition { get; init; }

    /// <summary>What its provider entered.</summary>
    public required ApplicationContent Content { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was first submitted.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>When it was last submitted.</summary>
    public DateTimeOffset? LastSubmittedAt { get; init; }

    /// <summary>How often it was submitted.</summary>
    public int Submissions { get; init; }

    /// <summary>When this submission passed validation; null until then.</summary>
    public DateTimeOffset? ValidatedAt { get; init; }

    /// <summary>When it was last returned.</summary>
    public DateTimeOffset? ReturnedAt { get; init; }

    /// <summary>When it lapses if it isn't submitted again; only while returned.</summary>
    public DateTimeOffset? LapsesAt { get; init; }

    /// <summary>Whether its provider changed anything since it was returned and hasn't handed it in; also where it ended so.</summary>
    public bool Corrected { get; init; }

    /// <summary>Its documents, oldest first.</summary>
    public IReadOnlyList<Document> Documents { get; init; } = [];

    /// <summary>The number of the last document ever added: ids aren't used twice.</summary>
    public int LastDocument { get; init; }

    /// <summary>What the latest validation found.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What people were asked to do, oldest first.</summary>
    public IReadOnlyList<EvaluationTask> Tasks { get; init; } = [];

    /// <summary>The ids of those who declared an interest: none of them gets a task of it again.</summary>
    public IReadOnlyList<string> Conflicted { get; init; } = [];

    /// <summary>The ids of those who acted for its provider on it: none of them ever acts on it for NZQA or TEC.</summary>
    public IReadOnlyList<string> ActedFor { get; init; } = [];

    /// <summary>What the provider was asked, oldest first.</summary>
    public IReadOnlyList<InformationRequest> InformationRequests { get; init; } = [];

    /// <summary>The decision, once there is one.</summary>
    public Decision? Decision { get; init; }

    /// <summary>The funding assessment, where asked for and once made.</summary>
    public FundingAssessment? Funding { get; init; }

    /// <summary>Its place on the register, once published.</summary>
    public Registration? Registration { get; init; }

    /// <summary>The latest point in time at which a reminder was due and given, so that none is given twice.</summary>
    public DateTimeOffset? RemindedOf { get; init; }

    /// <summary>Why its provider took it back.</summary>
    public string? WithdrawalReason { get; init; }

    /// <summary>One more at each change.</summary>
    public required int Revision { get; init; }

    /// <summary>
    /// How many audit events there are. The hash of the last can't be part of what it is a hash of, so it is kept beside.
    /// </summary>
    public required int EventCount { get; init; }

    /// <summary>
    /// Whether it is still, or again, its provider's to write, or ended with corrections that were never handed in: nobody else's to see.
    /// </summary>
    [JsonIgnore]
    public bool IsProvidersAlone => IsEditable || Corrected;

    /// <summary>Whether it was decided to approve it, with conditions or without.</summary>
    [JsonIgnore]
    public bool IsApproved => Decision is { Outcome: not DecisionOutcome.Decline } && Content.MicroCredential is not null;

    /// <summary>Whether funding is asked for.</summary>
    [JsonIgnore]
    public bool AsksForFunding => Content.Funding?.Requested == true;

    /// <summary>Whether somebody asks for haste and says why.</summary>
    [JsonIgnore]
    public bool IsUrgent => Content.Urgency is { } urgency && Text.IsGiven(urgency.RequestedBy) && Text.IsGiven(urgency.Reason);

    /// <summary>Whether somebody is kept from it: they declared an interest in its provider, or acted for it.</summary>
    public bool Bars(string person) => Conflicted.Contains(person) || ActedFor.Contains(person);

    /// <summary>The application as it now is, one revision on, with what happened, which its audit chain is to have next.</summary>
    private Change Because(Actor by, DateTimeOffset at, ApplicationEvent what)
    {
        var happened = new UnsealedEvent(EventCount + 1, at.ToUniversalTime(), by, what);
        var isNew = by.Kind == ActorKind.Provider && !ActedFor.Contains(by.Id);
        var after = this with
        {
            Revision = Revision + 1,
            EventCount = happened.Number,
            Entered = Entered?.Stage == Stage ? Entered : new(Stage, happened.At),
            ActedFor = isNew ? [.. ActedFor, by.Id] : ActedFor,
        };
        return new(after, [happened]);
    }

    private Refusal CannotBe(string done) => Refusal.WrongState($"An application that is {Status.InWords()} can't be {done}.");
}
