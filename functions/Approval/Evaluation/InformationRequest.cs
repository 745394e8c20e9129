using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>
/// A question to the provider: its number, counted from 1, and the numbers of the criteria it concerns. [Listing Rules 2022 r 13]
/// </summary>
public sealed record InformationRequest(
    int Number,
    string Question,
    IReadOnlyList<int> Criteria,
    DateTimeOffset AskedAt,
    DateTimeOffset Due,
    string? Answer = null,
    DateTimeOffset? AnsweredAt = null,
    bool Lapsed = false
)
{
    /// <summary>Whether the provider may still answer.</summary>
    [JsonIgnore]
    public bool IsOpen => AnsweredAt is null && !Lapsed;
}
