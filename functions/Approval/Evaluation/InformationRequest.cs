using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>A question to the provider. [Listing Rules 2022 r 13]</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Question">What the evaluator asks.</param>
/// <param name="Criteria">The numbers of the criteria that it concerns.</param>
/// <param name="AskedAt">When it was asked, in UTC.</param>
/// <param name="Due">By when it is to be answered, in UTC.</param>
public sealed record InformationRequest(
    int Number,
    string Question,
    IReadOnlyList<int> Criteria,
    DateTimeOffset AskedAt,
    DateTimeOffset Due
)
{
    /// <summary>
    /// The fields that the provider may change until it is answered, as JSON pointers over the body; documents may be added anyway.
    /// </summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>The answer; null while there is none.</summary>
    public string? Answer { get; init; }

    /// <summary>When it was answered, in UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Its status.</summary>
    public InformationRequestStatus Status { get; init; }

    /// <summary>The day in Auckland on which its clock started: the day it was asked, or last extended.</summary>
    public DateOnly Started { get; init; } = WorkingDays.DayOf(AskedAt);

    /// <summary>Whether the provider may still answer.</summary>
    [JsonIgnore]
    public bool IsOpen => Status == InformationRequestStatus.Open;

    /// <summary>Its clock.</summary>
    internal Clock Clock => new(Started, Due);

    /// <summary>The same, ended without an answer where it was open.</summary>
    internal InformationRequest Ended => IsOpen ? this with { Status = InformationRequestStatus.Lapsed } : this;
}
